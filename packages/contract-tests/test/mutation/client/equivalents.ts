/**
 * Changes of the client that nobody can notice, by what `describeMutant` says of them without the line, each with the
 * reason. A change that the client no longer has is not looked for.
 */
export const equivalents: [mutants: string[], reason: string][] = [
  [
    [
      "openapi-fetch.js property dropped: kind: 'object' → ...{}",
      'openapi-fetch.js property dropped: path → ...{}',
      'openapi-fetch.js property dropped: statuses: [] → ',
      "openapi-fetch.js text changed: 'object' → ''",
    ],
    'only a key, and the kind `none`, make a difference to whether a body is an object',
  ],
  [
    ["options.js property dropped: retry: 'safe' → ...{}", "options.js text changed: 'safe' → ''"],
    'whatever is not `always` is safe',
  ],
  [['result.js condition holds: key → true'], 'no body has a property that is named `undefined`'],
  [
    ['transport/exchange.js condition holds: onRequest → true'],
    'the headers have been read already, and reading them again changes nothing',
  ],
  [['transport/response.js condition holds: chunks[1] → true'], 'decoding one part by itself only saves work'],
  [
    [
      "transport/response.js condition fails: typeof value === 'object' → false",
      "transport/response.js text changed: 'object' → ''",
      'transport/response.js statement dropped: return value; → ;',
    ],
    'what is inside an object or an array has been hidden before',
  ],
  [
    ['transport/response.js condition holds: !ok → true'],
    'a successful response that is not JSON is an error, whose text is hidden anyway',
  ],
  [
    [
      'transport/retry.js number changed: 500 → (500 + 1)',
      "transport/retry.js default dropped: code = '' → code",
      "transport/retry.js text changed: '' → 'changed'",
    ],
    'any 5xx and any unknown code stand for a connection that broke',
  ],
  [
    ["transport/secrets.js default dropped: body = '' → body", "transport/secrets.js text changed: '' → 'changed'"],
    'no text without a `code` has a PIN code',
  ],
  [
    [
      'transport/within.js condition fails: !isLimited && !callerSignal && run → false',
      'transport/within.js statement dropped: return run(null); → ;',
      'transport/within.js last argument dropped: run(null) → run()',
    ],
    'where nothing can end the call, waiting for that only costs time',
  ],
  [
    [
      'transport/within.js last argument dropped: Math.max(limit, 0) → Math.max(limit)',
      'transport/within.js number changed: 0 → (0 + 1)',
    ],
    'a timer takes a millisecond at least',
  ],
]
