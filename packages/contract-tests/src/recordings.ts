import { readRecordings, type RecordingFile } from '@seam-acs/recorder/recording'

/** Where the committed recordings are. */
export const folder = new URL('../recordings/', import.meta.url)

/** Every committed recording. */
export const recordings: RecordingFile[] = await readRecordings(folder)
