const date = String.raw`\d{4}-(0[1-9]|1[0-2])-(?!00)\d\d`
const time = String.raw`([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)`
// For the last days of a month: JavaScript takes a day that the month lacks as one of the next month, or as none.
const isDay = "(value.slice(8, 10) < '29' || new Date(value.slice(0, 10)).getUTCDate() > 28)"

/** @returns Code of an object with a `test`, as the client's `Schema` has it. */
export const toTest = (argument: string, condition: string) => `{ test: (value: ${argument}) => ${condition} }`

/** The tests of the formats that strings have. */
export const stringFormats: Record<string, string> = {
  date: toTest('string', `/^${date}$/.test(value) && ${isDay}`),
  'date-time': toTest('string', `/^${date}T${time}$/i.test(value) && ${isDay}`),
  // RFC 5321 without quoted names and addresses of hosts, which no mailbox of a person has.
  email: String.raw`/^[\w!#$%&'*+/=?^{|}~\x60-]+(\.[\w!#$%&'*+/=?^{|}~\x60-]+)*@([a-z\d]([a-z\d-]*[a-z\d])?\.)*[a-z\d]([a-z\d-]*[a-z\d])?$/i`,
  // RFC 3986: a scheme, perhaps a host that is an IP address in brackets, and no character that needs escaping.
  uri: String.raw`/^[a-z][a-z\d+.-]*:(\/\/([\w.~!$&'()*+,;=:%-]*@)?\[[\da-f:.]+\])?([\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*(#([\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?$/i`,
  uuid: String.raw`/^[\da-f]{8}(-[\da-f]{4}){4}[\da-f]{8}$/i`,
}

/** The formats that numbers have: how many bits they take elsewhere, which JavaScript ignores. */
export const numberFormats = ['double', 'float', 'int32', 'int64']
