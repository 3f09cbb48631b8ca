/**
 * Changes of the client that nobody can notice, by what `describeMutant` says of them, each with the reason.
 * A change that the client no longer has is not looked for.
 */
export const equivalents: [mutants: string[], reason: string][] = [
  [
    [
      'openapi-fetch.js fallback dropped: settings.signal ?? null → settings.signal in: const client = createClient({ baseUrl: endpoint, fetch, signal: settings.signal …',
    ],
    'a request without a signal has none either way',
  ],
  [
    [
      "options/settings.js property dropped: retry: 'safe' → ...{} in: const defaults = { timeout: 30_000, maxRetries: 2, retry: 'safe', maxResponseSiz…",
      "options/settings.js text changed: 'safe' → '' in: const defaults = { timeout: 30_000, maxRetries: 2, retry: 'safe', maxResponseSiz…",
    ],
    'any value other than `always` means `safe`',
  ],
  [
    [
      "transport/exchange.js condition holds: onRequest → true in: const sent = { ...(body && { 'content-type': 'application/json' }), ...(onReques…",
    ],
    'the headers have been read already, and reading them again changes nothing',
  ],
  [
    ['transport/response.js condition holds: !ok → true in: if (!ok) text = hideSecrets(body);'],
    'a successful response that is not JSON is an error, whose text is hidden anyway',
  ],
  [
    [
      "transport/retry.js number changed: 500 → (500 + 1) in: const { response, status = 500, code, reason = '' } = outcome;",
      "transport/retry.js default dropped: reason = '' → reason in: const { response, status = 500, code, reason = '' } = outcome;",
      "transport/retry.js text changed: '' → 'changed' in: const { response, status = 500, code, reason = '' } = outcome;",
    ],
    'any 5xx and any unknown reason stand for a connection that broke',
  ],
  [
    [
      'transport/exchange.js condition fails: response?.ok → false in: if (response?.ok) return outcome;',
      'transport/exchange.js statement dropped: return outcome; → ; in: return outcome;',
    ],
    'a successful response is not retried either way',
  ],
  [
    [
      'transport/time-limit.js operator swapped: < → <= in: const isLimited = limit < 2e9;',
      'transport/time-limit.js number changed: 2e9 → (2e9 + 1) in: const isLimited = limit < 2e9;',
    ],
    'a millisecond of 24 days makes no difference',
  ],
  [
    [
      'transport/time-limit.js condition fails: run && !isLimited && !callerSignal → false in: if (run && !isLimited && !callerSignal) return run(null);',
      'transport/time-limit.js statement dropped: return run(null); → ; in: return run(null);',
      'transport/time-limit.js last argument dropped: run(null) → run() in: return run(null);',
    ],
    'what nothing limits takes as long with a signal and a race',
  ],
  [
    [
      'transport/time-limit.js operator swapped: <= → < in: if (run && limit <= 0) throw timeout(0);',
      'transport/time-limit.js number changed: 0 → (0 + 1) in: if (run && limit <= 0) throw timeout(0);',
    ],
    'a timer takes at least a millisecond',
  ],
]
