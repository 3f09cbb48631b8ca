import ts from 'typescript'

/** What TypeScript knows of one place: the type, or the types that its alternatives have there. */
export interface TypeAtPlace {
  /** Without `null` and `undefined`. */
  parts: ts.Type[]
  isNullable: boolean
  /** Likewise. Absent where the alternatives have a type each, of which no one type is made. */
  whole?: ts.Type
}

/** A property, as far as it can be read or has to be written. */
export interface Property {
  isOptional: boolean
  place: TypeAtPlace
}

export function typeAtPlaceOf(checker: ts.TypeChecker, types: ts.Type[]): TypeAtPlace {
  const all = types.flatMap((type) => (type.isUnion() ? type.types : [type]))
  const isNullable = all.some(({ flags }) => flags & ts.TypeFlags.Null)
  const parts = all.filter(({ flags }) => !(flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Never)))
  const [whole] = types
  return whole && types.length === 1
    ? { parts, isNullable, whole: checker.getNonNullableType(whole) }
    : { parts, isNullable }
}

export const isArray = (checker: ts.TypeChecker, { parts }: TypeAtPlace) =>
  parts.length > 0 && parts.every((part) => checker.isArrayType(part))

/** Whether it has properties, and nothing but properties. */
export function isObject(checker: ts.TypeChecker, { parts }: TypeAtPlace): boolean {
  const isOne = (part: ts.Type) =>
    part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection) &&
    !checker.isArrayType(part) &&
    (checker.getPropertiesOfType(part).length > 0 || part.getStringIndexType() !== undefined)
  return parts.length > 0 && parts.every((part) => Boolean(isOne(part)))
}

export const elementsOf = (checker: ts.TypeChecker, { parts }: TypeAtPlace): TypeAtPlace =>
  typeAtPlaceOf(
    checker,
    parts.flatMap((part) => checker.getTypeArguments(part as ts.TypeReference).slice(0, 1)),
  )

export function namesOf(checker: ts.TypeChecker, { parts }: TypeAtPlace): string[] {
  return parts.flatMap((part) => checker.getPropertiesOfType(part).map(({ name }) => name))
}

/** The property in any of the alternatives; undefined where none has it. */
export function propertyOf(checker: ts.TypeChecker, { parts }: TypeAtPlace, name: string): Property | undefined {
  const found = parts.map((part) => propertyOfPart(checker, part, name))
  const present = found.filter((property) => property !== undefined)
  if (present.length === 0) return undefined
  const isOptional = present.length < parts.length || present.some((property) => property.isOptional)
  return { isOptional, place: typeAtPlaceOf(checker, [...new Set(present.map(({ type }) => type))]) }
}

function propertyOfPart(checker: ts.TypeChecker, part: ts.Type, name: string) {
  const symbol = checker.getPropertyOfType(part, name)
  const type = symbol ? checker.getTypeOfSymbol(symbol) : part.getStringIndexType()
  // `query?: never` is how the generated types say that there is none.
  if (!type || isNever(type)) return undefined
  return { isOptional: !symbol || Boolean(symbol.flags & ts.SymbolFlags.Optional), type }
}

const isNever = (type: ts.Type): boolean =>
  type.isUnion() ? type.types.every(isNever) : Boolean(type.flags & (ts.TypeFlags.Never | ts.TypeFlags.Undefined))
