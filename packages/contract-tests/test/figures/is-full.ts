/** Whether the run tries everything and writes its figures, as the verb `figures` does, instead of trying samples. */
export const isFull = process.env['FIGURES'] === 'write'
