import type { Form } from './redact/pseudonyms.ts'

type Replaced = Form | 'left out'

const names: Partial<Record<Replaced, string>> = {
  date: 'date',
  'date-time': 'date',
  digits: 'number',
  email: 'e-mail address',
  'left out': 'header or stack trace left out',
  number: 'number',
  phone: 'telephone number',
  spaced: 'number',
  text: 'name or other text',
  uuid: 'ID',
}

/** Counts what is replaced, by kind; the values are nobody's business. */
export function createReport() {
  const counts = new Map<string, number>()
  return {
    add(form: Replaced): void {
      const name = names[form]
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
    },
    describe(): string {
      const kinds = [...counts].toSorted(([one], [other]) => one.localeCompare(other))
      const list = kinds.map(([name, count]) => `${name} × ${count}`).join(', ')
      return `Replaced: ${list || 'nothing'}. Read what you commit.`
    },
  }
}
