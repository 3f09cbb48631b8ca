import { isBreak, type Report } from '../report.ts'

/** More are not shown in a run. */
const most = 10

/** GitHub's commands that show each break at its line of the change. */
export function toAnnotations({ causes }: Report): string {
  const lines = causes.filter(isBreak).flatMap(({ place, message, rule }) => {
    if (place?.at !== 'head') return []
    const where = `file=${escapeProperty(place.file)},line=${place.line},title=${escapeProperty(`Spec review: ${rule}`)}`
    return [`::error ${where}::${escape(message)}\n`]
  })
  return lines.slice(0, most).join('')
}

const escape = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string) => escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
