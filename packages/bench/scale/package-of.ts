import { findPackageJSON } from 'node:module'
import { dirname } from 'node:path'

/** The folder of an installed package. */
export const packageOf = (name: string) => dirname(findPackageJSON(name, import.meta.url)!)
