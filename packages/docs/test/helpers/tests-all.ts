/** Whether the tests do what takes long, too. */
export const testsAll = Boolean(process.env['DOCS_TEST_ALL'])
