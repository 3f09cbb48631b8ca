import { isNeedOnly } from '../contract/schemas/choice.ts'
import { constraints } from '../contract/document/keywords.ts'
import { describeType } from '../contract/schemas/type-words.ts'
import type { Choice, Property, Shape } from '../contract/schemas/shape.ts'
import { summarize } from '../text/markdown.ts'

/** A schema as a form: what a reader fills in, without what only explains it. */
export interface Form {
  fields: Field[]
  /** Sets of fields, of each of which the reader fills in one. */
  choices: Alternative[][]
}

export interface Alternative {
  label: string
  form: Form
  /** What the other alternatives have, if giving that too is allowed. */
  others: Field[]
}

export interface Field {
  /** Empty for the items of a list. */
  name: string
  control: 'text' | 'number' | 'boolean' | 'choice' | 'date-time' | 'list' | 'group' | 'json' | 'lines'
  /** In the words of the reference. */
  type: string
  required: boolean
  nullable: boolean
  deprecated: boolean
  note: string
  /** In JSON. */
  values: string[]
  default: string | undefined
  item: Field | undefined
  form: Form | undefined
}

export function toForm(shape: Shape): Form {
  return {
    fields: listProperties(shape).map((property) => toField(property, property.property, property.required)),
    // If the alternatives only say which properties are needed, their fields already exist.
    choices: shape.choices.filter(({ alternatives }) => !alternatives.every(isNeedOnly)).map(toAlternatives),
  }
}

function toAlternatives({ alternatives, exclusive, isTagged }: Choice): Alternative[] {
  const forms = alternatives.map(toForm)
  return alternatives.map((alternative, index) => ({
    label: (isTagged ? '' : alternative.needs.join(' with ')) || alternative.label,
    form: forms[index]!,
    others: isTagged || exclusive ? [] : listOthers(forms, index),
  }))
}

function listOthers(forms: Form[], index: number): Field[] {
  const own = forms[index]!.fields.map(({ name }) => name)
  const others = forms.flatMap(({ fields }) => fields).filter(({ name }) => !own.includes(name))
  return [...new Map(others.map((field) => [field.name, { ...field, required: false }])).values()]
}

/** A key that is a pattern has no field, because its name is unknown. */
const listProperties = ({ groups }: Shape): Property[] =>
  groups.flatMap(({ properties }) => properties).filter(({ key }) => key === 'name')

export function toField(shape: Shape, name = '', required = false): Field {
  const control = chooseControl(shape)
  const fixed = shape.facts.filter((fact) => 'fixed' in fact).map((fact) => fact.fixed)
  const values = fixed.length > 0 ? fixed : shape.values.map(({ value }) => value)
  return {
    name,
    control,
    type: describeType(shape),
    required,
    nullable: shape.nullable,
    deprecated: shape.deprecated,
    note: summarize(shape.description),
    // Null is offered once, because the field is nullable.
    values: values.filter((value) => value !== null || !shape.nullable).map((value) => JSON.stringify(value)),
    default: shape.facts.find(({ label }) => label === constraints.default)?.value,
    item: control === 'list' ? toField(shape.items!) : undefined,
    form: control === 'group' ? toForm(shape) : undefined,
  }
}

function chooseControl(shape: Shape): Field['control'] {
  const { type, items, values, open, facts } = shape
  const alternatives = shape.choices.flatMap((choice) => choice.alternatives)
  const isObject = (alternative: Shape) => isNeedOnly(alternative) || chooseControl(alternative) === 'group'
  if (items && type.endsWith('[]')) return 'list'
  if (listProperties(shape).length > 0 && alternatives.every(isObject)) return 'group'
  if (alternatives.length > 0) return alternatives.every(isObject) ? 'group' : 'json'
  if (facts.some((fact) => 'fixed' in fact) || (values.length > 0 && !open)) return 'choice'
  if (type === 'boolean') return 'boolean'
  if (/^(?:integer|number)/.test(type)) return 'number'
  if (type === 'string<date-time>') return 'date-time'
  return type.startsWith('string') || open ? 'text' : 'json'
}
