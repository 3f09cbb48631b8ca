// Generated from the spec by the `generate` verb.

export const version = '0.0.0'
