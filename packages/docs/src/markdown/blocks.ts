import type { Block, IndexEntry } from '../blocks/block.ts'
import { nameStatus } from '../contract/operations/status.ts'
import { link, type Page } from '../contract/pages/pages.ts'
import { describeOccurrence, describePresence } from '../contract/schemas/presence.ts'
import type { Property } from '../contract/schemas/shape.ts'
import { writeBody, writeFacts, writeProperty } from './schema.ts'
import { escapeMarkdown, writeCode } from '../text/markdown.ts'

/** Blocks as paragraphs of Markdown. */
export const writeBlocks = (page: Page, blocks: Block[]): string[] =>
  blocks.flatMap((block) => writeBlock(page, block)).filter((paragraph) => paragraph.trim() !== '')

function writeBlock(page: Page, block: Block): string[] {
  switch (block.kind) {
    case 'text':
    case 'sections':
      return [block.text]
    case 'heading': {
      const status = block.status === undefined ? [] : [nameStatus(block.status)]
      return [`${'#'.repeat(block.level)} ${[...status, ...(block.text ? [block.text] : [])].join(', ')}`]
    }
    case 'entries':
      return [block.entries.map((entry) => writeEntry(page, entry)).join('\n')]
    case 'properties':
      return [block.properties.flatMap(writeProperty).join('\n')]
    case 'facts':
      return [writeFacts(block.shape).join('\n')]
    case 'body':
      return [writeBody(block.shape).join('\n')]
    case 'presence':
      return [block.properties.map(writePresence).join('\n')]
    case 'code':
      return [fence(block.code, block.language)]
    case 'example': {
      const title = [block.title, block.status && nameStatus(block.status)].filter(Boolean).join(' ')
      return [title && `${title}:`, ...writeBlocks(page, block.blocks)]
    }
    case 'options':
      return block.options.flatMap(({ title, blocks }) => [
        title && block.level > 0 ? `${'#'.repeat(block.level)} ${title}` : '',
        ...writeBlocks(page, blocks),
      ])
  }
}

function writeEntry(page: Page, { title, path, code, text }: IndexEntry): string {
  const words = [...(code ? [writeCode(code)] : []), ...(text ? [text] : [])].join(', ')
  return `- [${escapeMarkdown(title)}](${link(page, path, '', '.md')})${words && `: ${words}`}`
}

function writePresence(property: Property): string {
  const when = describePresence(property).map((clause) => ` ${clause}.`)
  return `- ${writeCode(property.property)}: ${describeOccurrence(property)}.${when.join('')}`
}

function fence(code: string, language: string): string {
  const ticks = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return `${ticks}${language}\n${code.trimEnd()}\n${ticks}`
}
