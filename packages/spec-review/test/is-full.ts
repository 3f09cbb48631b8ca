/** What takes long runs only if this is set, as every night. */
export const isFull = process.env['REVIEW_TEST_ALL'] !== undefined
