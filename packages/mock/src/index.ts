import { contract } from './contract.gen.ts'
import { createMockFor, type Mock, type MockOptions } from './mock.ts'

export type { Mock, MockOptions }

/** Creates a mock of Seam's ACS credentials API: `new Seam({ apiKey: 'seam_test_key', fetch: createMock().fetch })`. */
export const createMock = (options?: MockOptions): Mock => createMockFor(contract, options)
