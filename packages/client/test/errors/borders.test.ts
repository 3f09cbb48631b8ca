import { pathToFileURL } from 'node:url'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  isSeamError,
  listValidationErrors,
  SeamApiError,
  SeamConnectionError,
  SeamError,
  SeamRequestError,
  SeamTimeoutError,
} from '@seam-acs/client'
import { expect, onTestFinished, test } from 'vitest'
import { errorResponse } from '../respond.ts'

const packageFolder = fileURLToPath(new URL('../..', import.meta.url))

/** Another copy of the built package, as a second version of it would be. */
async function importCopy(): Promise<typeof import('@seam-acs/client')> {
  const folder = await mkdtemp(join(packageFolder, 'node_modules/.copy-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await cp(join(packageFolder, 'dist'), join(folder, 'dist'), { recursive: true })
  await symlink(join(packageFolder, 'package.json'), join(folder, 'package.json'))
  return import(pathToFileURL(join(folder, 'dist/index.js')).href)
}

const errors: SeamError[] = [
  new SeamError('Wrong'),
  new SeamRequestError('Wrong', { issues: [{ path: 'code', message: 'is required' }] }),
  new SeamConnectionError('Wrong', { code: 'ECONNRESET' }),
  new SeamTimeoutError('Wrong'),
]

test.each(errors)('$name is a SeamError', (error) => {
  expect(isSeamError(error)).toBe(true)
})

test.each([undefined, null, 'SeamError', new Error('No'), {}, { name: 'SeamError', message: 'No' }, SeamError])(
  '%o is not a SeamError',
  (value) => {
    expect(isSeamError(value)).toBe(false)
  },
)

test('an error of another copy of the package is a SeamError', async () => {
  const { Seam, isSeamError: isSeamErrorOfCopy } = await importCopy()
  const fetch = async () => errorResponse(404, 'not_found')()
  const body = { access_method: 'code', acs_user_id: 'x' } as const
  const error = await new Seam({ apiKey: 'seam_key', fetch }).acs.credentials.create(body).catch(Object)
  expect(error).not.toBeInstanceOf(SeamError)
  expect([isSeamError(error), isSeamErrorOfCopy(error), isSeamErrorOfCopy(errors[0])]).toEqual([true, true, true])
  expect(error).toMatchObject({ name: 'SeamApiError', status: 404 })
})

test('an error in JSON has its name, its message and its fields', () => {
  const details = { status: 400, requestId: 'r1', text: '{}' }
  const validation_errors = { _errors: [], code: { _errors: ['Required'] } }
  const error = new SeamApiError('POST /a', details, { error: { type: 't', message: 'm', validation_errors } })
  const json = JSON.parse(JSON.stringify({ error })).error
  expect(json).toEqual({
    name: 'SeamApiError',
    message: 'POST /a: 400 t: m (request r1)',
    status: 400,
    requestId: 'r1',
    text: '{}',
    type: 't',
    validationErrors: validation_errors,
  })
  expect(listValidationErrors(json.validationErrors)).toEqual([{ path: 'code', message: 'Required' }])
  expect(JSON.parse(JSON.stringify(errors[1]))).toEqual({
    name: 'SeamRequestError',
    message: 'Wrong',
    issues: [{ path: 'code', message: 'is required' }],
  })
})

test('structuredClone keeps the message, and toJSON what it loses', () => {
  const error = new SeamConnectionError('Wrong', { code: 'ECONNRESET', reason: 'Error: reset' })
  expect(structuredClone(error)).toMatchObject({ name: 'Error', message: 'Wrong' })
  expect(isSeamError(structuredClone(error))).toBe(false)
  expect(structuredClone(error.toJSON())).toEqual({
    name: 'SeamConnectionError',
    message: 'Wrong',
    code: 'ECONNRESET',
    reason: 'Error: reset',
  })
})
