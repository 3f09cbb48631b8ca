import { createMock } from '@seam-acs/mock'

export interface Contender {
  name: string
  start?(): void
  stop?(): void
  call(): Promise<void>
  /** The processor time of the program that responds, in microseconds. Default: that of this one. */
  readCpu?(): Promise<number>
  /** The most that a call should cost, as a multiple of the first contender's. */
  target?: number
}

export const path = '/acs/credentials/create'
export const url = `https://connect.getseam.com${path}`

export const init = (): RequestInit => ({
  method: 'POST',
  headers: { authorization: 'Bearer seam_test_key', 'content-type': 'application/json' },
  body: JSON.stringify({
    access_method: 'code',
    acs_user_id: '0fc82df4-391b-4d00-a234-86378f1c3952',
    code: '1234',
  }),
})

/** The body of a success. */
export const body = (await (await createMock().fetch(url, init())).json()) as object
