import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { change } from '@seam-acs/spec-review/document-changes'
import type { OpenApiDocument } from '@seam-acs/spec/model'
import { listRedoclyArguments, redocly } from '../../src/generators.ts'
import { packageOf } from '../package-of.ts'
import { splitDocument } from '../split-document.ts'
import { writeClient } from '../write-client.ts'

/** A document in all the forms that the programs read, and a place for what they write. */
export interface Workplace {
  document: string
  changed: string
  spec: string
  client: string
  output: string
  /** A folder inside the package that builds the site, because the build has to find the package's dependencies. */
  site: string
}

export interface Program {
  name: string
  /** Whether it belongs to this repository. */
  isOurs: boolean
  /** Whether exit code 1 is a verdict on the document, and not a failure. */
  isVerdict?: boolean
  command(place: Workplace): { program: string; args: string[]; environment?: Record<string, string>; folder?: string }
  /** Where its output is, if it does not print the size of the output. */
  outputOf?(place: Workplace): string
}

const runStage = fileURLToPath(new URL('run-stage.ts', import.meta.url))
const docs = packageOf('@seam-acs/docs')

function stage(name: string, isOurs = true): Program {
  return {
    name,
    isOurs,
    command: ({ document, output }) => ({ program: runStage, args: [name, document, join(output, name)] }),
  }
}

export const programs: Program[] = [
  {
    ...stage('lint and bundle'),
    command: ({ spec }) => ({ program: runStage, args: ['lint and bundle', spec] }),
  },
  stage('types'),
  stage('client'),
  stage('validators'),
  stage('mock'),
  {
    name: 'type check',
    isOurs: true,
    command: ({ client }) => ({
      program: fileURLToPath(import.meta.resolve('typescript/bin/tsc')),
      args: ['--project', client],
    }),
  },
  {
    name: 'reference',
    isOurs: true,
    command: ({ document, site }) => ({
      program: join(docs, 'node_modules/astro/bin/astro.mjs'),
      args: ['build', '--outDir', site],
      folder: docs,
      environment: { DOCS_DOCUMENT: document, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    }),
    outputOf: ({ site }) => site,
  },
  stage('ledger'),
  {
    name: 'review',
    isOurs: true,
    isVerdict: true,
    command: ({ document, changed }) => ({
      program: join(packageOf('@seam-acs/spec-review'), 'src/main.ts'),
      args: ['--base-file', document, '--head-file', changed, '--format', 'json'],
    }),
  },
  stage('types and client'),
  stage('openapi-typescript', false),
  {
    name: 'redocly',
    isOurs: false,
    command: ({ document, output }) => ({
      program: redocly,
      args: listRedoclyArguments(document, join(output, 'redocly')),
    }),
    outputOf: ({ output }) => join(output, 'redocly'),
  },
  stage('hey-api', false),
  stage('orval', false),
]

/** Writes the forms of a document into a new folder. */
export async function prepare(document: OpenApiDocument, folder: string): Promise<Workplace> {
  const place: Workplace = {
    document: join(folder, 'document.json'),
    changed: join(folder, 'changed.json'),
    spec: join(folder, 'spec'),
    client: join(folder, 'client'),
    output: join(folder, 'output'),
    site: join(docs, 'node_modules/.scale', basename(folder)),
  }
  await mkdir(place.output, { recursive: true })
  await writeFile(place.document, JSON.stringify(document))
  await writeFile(place.changed, JSON.stringify(change(document)))
  await splitDocument(document, place.spec)
  await writeClient(document, place.client)
  return place
}
