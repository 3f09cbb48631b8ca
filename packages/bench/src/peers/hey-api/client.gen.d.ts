export declare const client: {
  setConfig(config: { baseUrl: string; auth: (security: { scheme?: string }) => string | undefined }): void
}
