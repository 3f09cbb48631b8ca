/**
 * Changes of the client that nobody can notice, by what `describeMutant` says of them, each with the reason.
 * A change that the client no longer has is not looked for.
 */
export const equivalents: [mutants: string[], reason: string][] = [
  [
    [
      "openapi-fetch.js property dropped: kind: 'object' → ...{} in: readResult({ kind: 'object', path, statuses: [] }, operation, reply);",
      "openapi-fetch.js property dropped: path → ...{} in: readResult({ kind: 'object', path, statuses: [] }, operation, reply);",
      "openapi-fetch.js property dropped: statuses: [] →  in: readResult({ kind: 'object', path, statuses: [] }, operation, reply);",
      "openapi-fetch.js text changed: 'object' → '' in: readResult({ kind: 'object', path, statuses: [] }, operation, reply);",
    ],
    'only a key, and the kind `none`, make a difference to whether a body is an object',
  ],
  [
    [
      "settings.js property dropped: retry: 'safe' → ...{} in: const defaults = { fetch: ((url, init) => globalThis.fetch(url, init)), timeout:…",
      "settings.js text changed: 'safe' → '' in: const defaults = { fetch: ((url, init) => globalThis.fetch(url, init)), timeout:…",
    ],
    'whatever is not `always` is safe',
  ],
  [
    ['result.js condition holds: key → true in: const data = key ? json[key] : undefined;'],
    'no body has a property that is named `undefined`',
  ],
  [
    [
      "transport/exchange.js condition holds: onRequest → true in: const sent = { ...(body && { 'content-type': 'application/json' }), ...(onReques…",
    ],
    'the headers have been read already, and reading them again changes nothing',
  ],
  [
    [
      'transport/response.js condition holds: chunks[1] → true in: const text = chunks[1] ? await new Blob(chunks).text() : decoder.decode(chunks[0…',
    ],
    'decoding one part by itself only saves work',
  ],
  [
    [
      "transport/response.js condition fails: typeof value === 'object' → false in: if (typeof value === 'object') return value;",
      "transport/response.js text changed: 'object' → '' in: if (typeof value === 'object') return value;",
      'transport/response.js statement dropped: return value; → ; in: return value;',
    ],
    'what is inside an object or an array has been hidden before',
  ],
  [
    ['transport/response.js condition holds: !ok → true in: if (!ok) text = hideSecrets(body);'],
    'a successful response that is not JSON is an error, whose text is hidden anyway',
  ],
  [
    [
      "transport/retry.js number changed: 500 → (500 + 1) in: const { response, status = 500, code = '' } = outcome;",
      "transport/retry.js default dropped: code = '' → code in: const { response, status = 500, code = '' } = outcome;",
      "transport/retry.js text changed: '' → 'changed' in: const { response, status = 500, code = '' } = outcome;",
    ],
    'any 5xx and any unknown code stand for a connection that broke',
  ],
  [
    [
      "transport/secrets.js default dropped: body = '' → body in: export function hideSecrets(text, authorization, body = '') { const hidden = tex…",
      "transport/secrets.js text changed: '' → 'changed' in: export function hideSecrets(text, authorization, body = '') { const hidden = tex…",
    ],
    'no text without a `code` has a PIN code',
  ],
  [
    [
      'transport/time-limit.js condition fails: !isLimited && !callerSignal && run → false in: if (!isLimited && !callerSignal && run) return run(null);',
      'transport/time-limit.js statement dropped: return run(null); → ; in: return run(null);',
      'transport/time-limit.js last argument dropped: run(null) → run() in: return run(null);',
    ],
    'where nothing can end the call, waiting for that only costs time',
  ],
  [
    [
      'transport/time-limit.js last argument dropped: Math.max(limit, 0) → Math.max(limit) in: const timer = isLimited ? setTimeout(expire, Math.max(limit, 0)) : undefined;',
      'transport/time-limit.js number changed: 0 → (0 + 1) in: const timer = isLimited ? setTimeout(expire, Math.max(limit, 0)) : undefined;',
    ],
    'a timer takes a millisecond at least',
  ],
]
