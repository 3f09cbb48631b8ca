export { componentName, follow, resolve } from './document.ts'
export { dropUnused } from './drop-unused.ts'
export { camelCase, nameTypes, pascalCase } from './names.ts'
export type * from './openapi.ts'
export {
  findJson,
  findResponse,
  methods,
  readOperations,
  type Content,
  type NamedExample,
  type Operation,
  type OperationResponse,
  type OperationRequest,
  type ResponseHeader,
} from './operations.ts'
export { splitPointer, toPointer } from './pointers.ts'
export { readResult, type Result } from './results.ts'
export {
  acceptsEmptyObject,
  isNullable,
  isOfType,
  listAlternatives,
  listChildren,
  listOpenValues,
  listParts,
  listPossibleParts,
  listProperties,
  listPropertySchemas,
  listReachable,
  listTypes,
  mapChildren,
  type ChildSchema,
  type Property,
} from './schemas.ts'
