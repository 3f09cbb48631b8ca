declare global {
  /** The expression that the bench lets orval use as its base URL. */
  var seamEndpoint: string
}

export declare function acsCredentialsCreate(
  body: object,
  init: { headers: Record<string, string> },
): Promise<{ data: { acs_credential: unknown } }>
