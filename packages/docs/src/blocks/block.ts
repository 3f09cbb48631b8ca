import type { NamedExample } from '../contract/operations/scenario.ts'
import { link, type Page } from '../contract/pages/pages.ts'
import type { Property, Shape } from '../contract/schemas/shape.ts'

/** A part of a page, which is described once and shown both as HTML and as Markdown. */
export type Block =
  | { kind: 'text'; text: string; look: Look | undefined }
  | Heading
  | { kind: 'entries'; entries: IndexEntry[] }
  | { kind: 'properties'; properties: Property[]; prefix: string }
  | { kind: 'facts'; shape: Shape }
  /** The properties and alternatives of a shape. */
  | { kind: 'body'; shape: Shape; prefix: string }
  /** When a response contains the properties of a component. */
  | { kind: 'presence'; component: string; properties: Property[] }
  | { kind: 'code'; code: string; language: string }
  | { kind: 'example'; example: NamedExample }

export interface Heading {
  kind: 'heading'
  level: 2 | 3 | 4
  text: string
  anchor: string | undefined
  /** The status of a response, which stands before the text. */
  status: string | undefined
}

/** The class of a paragraph. */
type Look = 'endpoint' | 'media' | 'note' | 'quiet'

export interface IndexEntry {
  title: string
  /** Whether the title is a name of the API. */
  isName: boolean
  path: string
  /** Code before the text, such as the ID of an operation. */
  code: string | undefined
  text: string
}

/** The parts of a page. HTML shows its examples beside them, and Markdown between them. */
export interface Content {
  intro: Block[]
  rest: Block[]
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

/** Writes a link in Markdown to a page or, in HTML, to a place on it. */
export type WriteLink = (title: string, path: string, anchor?: string) => string

export const createLinks = (page: Page, extension: '.html' | '.md'): WriteLink =>
  extension === '.html'
    ? (title, path, anchor) => `[${title}](${link(page, path, anchor)})`
    : (title, path) => (path === page.path ? title : `[${title}](${link(page, path, '', extension)})`)
