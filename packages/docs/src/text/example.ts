/** An example's value as code: a text as it is, anything else as JSON. */
export const writeExample = (value: unknown) =>
  typeof value === 'string'
    ? { code: value, language: 'text' }
    : { code: JSON.stringify(value, null, 2), language: 'json' }
