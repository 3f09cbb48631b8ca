import { Seam } from '@seam-acs/client'
import { createMock } from '@seam-acs/mock'
import { expect, test } from 'vitest'

/** Your own code. */
const invite = (seam: Seam, acs_user_id: string) => seam.acs.credentials.create({ access_method: 'card', acs_user_id })

test('a guest gets a card that waits to be encoded', async () => {
  const mock = createMock()
  const seam = new Seam({ apiKey: 'seam_test_key', fetch: mock.fetch })
  await invite(seam, '0fc82df4-391b-4d00-a234-86378f1c3952')
  expect(mock.credentials).toMatchObject([{ access_method: 'card', is_issued: false }])
})
