import { STATUS_CODES } from 'node:http'

/** `404 Not Found` for `404`. A range such as `4XX`, and `default`, have no such name and stay as they are. */
export const nameStatus = (status: string) => (STATUS_CODES[status] ? `${status} ${STATUS_CODES[status]}` : status)
