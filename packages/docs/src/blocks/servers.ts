import type { Server, ServerVariable } from '../contract/document/server.ts'
import { writeCode } from '../text/markdown.ts'
import { heading, text, type Block } from './block.ts'

export const describeServers = (servers: Server[] = []): Block[] =>
  servers.length > 0 ? [heading(2, 'Base URL', 'base-url'), ...text(servers.map(writeServer).join('\n'))] : []

const writeServer = ({ url, description, variables = {} }: Server) =>
  [`- ${writeCode(url)}${description ? `: ${description}` : ''}`, ...Object.entries(variables).map(writeVariable)].join(
    '\n',
  )

function writeVariable([name, { default: usual, enum: values, description }]: [string, ServerVariable]): string {
  const choice = values ? `, one of ${values.map(writeCode).join(', ')}` : ''
  return `  - ${writeCode(name)}${choice}, by default ${writeCode(usual)}${description ? `: ${description}` : ''}`
}
