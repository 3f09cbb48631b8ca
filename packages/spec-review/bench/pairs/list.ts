/** Versions of a package on npm that ship an OpenAPI document, oldest first; each is compared with the next. */
export interface Series {
  package: string
  /** The document in the package. A module exports it as its default. */
  file: string
  versions: string[]
}

export const SERIES: Series[] = [
  {
    package: '@seamapi/types',
    file: 'lib/seam/connect/openapi.js',
    versions: [
      '1.672.0',
      '1.721.0',
      '1.724.0',
      '1.778.0',
      '1.841.0',
      '1.875.0',
      '1.885.0',
      '1.955.0',
      '1.956.0',
      '1.977.0',
    ],
  },
  {
    package: '@blockfrost/openapi',
    file: 'openapi.yaml',
    versions: ['0.1.73', '0.1.79', '0.1.81', '0.1.84', '0.1.86', '0.1.92', '0.1.93'],
  },
  {
    package: '@directus/specs',
    file: 'dist/openapi.json',
    versions: ['11.0.0', '11.2.0', '12.0.0', '13.0.0', '15.0.0', '15.2.0'],
  },
  {
    package: '@digdir/dialogporten-schema',
    file: 'swagger.verified.json',
    versions: ['1.19.0-651ca62', '1.23.2', '1.40.0', '1.47.5-431c529', '1.118.6'],
  },
  { package: '@octokit/openapi', file: 'generated/api.github.com.json', versions: ['22.0.0', '23.0.2'] },
]
