import { link, type Page } from '../contract/pages/pages.ts'
import type { Property, Shape } from '../contract/schemas/shape.ts'

/** A part of a page, which is described once and shown both as HTML and as Markdown. */
export type Block =
  | { kind: 'text'; text: string; look: Look | undefined }
  /** A text whose headings have addresses; `taken` lists the other addresses of the page. */
  | { kind: 'sections'; text: string; taken: string[] }
  | Heading
  | { kind: 'entries'; entries: IndexEntry[]; look: 'index' | 'starts' }
  | { kind: 'properties'; properties: Property[]; prefix: string }
  | { kind: 'facts'; shape: Shape }
  /** The properties and alternatives of a shape. */
  | { kind: 'body'; shape: Shape; prefix: string }
  /** When a response contains the properties of a component. */
  | { kind: 'presence'; component: string; properties: Property[] }
  | Code
  /** Blocks under their title. In HTML they are a card or, if closed, details. */
  | { kind: 'example'; title: string | undefined; status: string | undefined; isClosed: boolean; blocks: Block[] }
  | Options

export interface Heading {
  kind: 'heading'
  level: 2 | 3 | 4
  text: string
  anchor: string | undefined
  /** The status of a response, which stands before the text. */
  status: string | undefined
}

export interface Code {
  kind: 'code'
  code: string
  language: string
  /** HTML can fold what is long, and leave out what it shows in another way. */
  html: 'absent' | 'folded' | 'whole'
}

/** HTML shows the option that the reader chose, and Markdown all. */
export interface Options {
  kind: 'options'
  name: Choice['name']
  /** Of the headings in Markdown; 0 for none. */
  level: 0 | 2 | 3
  options: { title: string; blocks: Block[] }[]
}

/** What a reader of HTML can choose. */
export interface Choice {
  name: 'language' | 'scenario'
  options: string[]
  /** The page that has all of the options, if the others are not on this one. */
  from: string | undefined
}

/** The class of a paragraph. */
type Look = 'endpoint' | 'media' | 'note' | 'quiet'

export interface IndexEntry {
  title: string
  /** Whether the title is a name of the API. */
  isName?: boolean
  path: string
  /** Code before the text, such as the ID of an operation. */
  code?: string
  text?: string
}

/** The parts of a page. HTML shows the examples beside the others, and Markdown between them. */
export interface Content {
  intro: Block[]
  examples?: Examples | undefined
  rest: Block[]
}

export interface Examples {
  /** What HTML calls the part of the page. */
  label: string
  choices: Choice[]
  blocks: Block[]
}

/** A block of Markdown; none if there is no text. With a look, the text is one paragraph. */
export const text = (markdown: string | undefined, look?: Look): Block[] =>
  markdown ? [{ kind: 'text', text: markdown, look }] : []

/** A heading whose title is Markdown. */
export const heading = (level: Heading['level'], title: string, anchor?: string, status?: string): Heading => ({
  kind: 'heading',
  level,
  text: title,
  anchor,
  status,
})

export const code = (written: Pick<Code, 'code' | 'language'>, html: Code['html'] = 'whole'): Code => ({
  kind: 'code',
  ...written,
  html,
})

export const card = (blocks: Block[], title?: string, status?: string): Block => ({
  kind: 'example',
  title,
  status,
  isClosed: false,
  blocks,
})

export const options = (name: Options['name'], level: Options['level'], all: Options['options']): Options => ({
  kind: 'options',
  name,
  level,
  options: all,
})

/** Writes a link in Markdown to a page or, in HTML, to a place on it. */
export type WriteLink = (title: string, path: string, anchor?: string) => string

export const createLinks = (page: Page, extension: '.html' | '.md'): WriteLink =>
  extension === '.html'
    ? (title, path, anchor) => `[${title}](${link(page, path, anchor)})`
    : (title, path) => (path === page.path ? title : `[${title}](${link(page, path, '', extension)})`)
