export { createHashExchange } from './exchange-hash.ts'
export {
  type Exchange,
  type Message,
  type Recording,
  type Source,
  isJson,
  mediaTypeOf,
  toMessage,
  toText,
} from './recording.ts'
export { recordingSchema } from './recording-schema.ts'
export { listFiles, readRecordings, type RecordingFile } from './recording-files.ts'
export { readStrictly } from './strict-file.ts'
