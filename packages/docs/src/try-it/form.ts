import { constraints } from '../contract/keywords.ts'
import { isTagged, nameAlternative, needs, type Property, type Shape } from '../contract/shape.ts'
import { summarize } from '../text/markdown.ts'

/** A schema as a form: what a reader fills in, without what only explains it. */
export interface Form {
  fields: Field[]
  /** Sets of fields of which the reader fills in one. */
  alternatives: Alternative[]
}

export interface Alternative {
  label: string
  form: Form
  /** What the other alternatives have, where giving that too is allowed. */
  others: Field[]
}

export interface Field {
  /** Empty for the items of a list. */
  name: string
  control: 'text' | 'number' | 'boolean' | 'choice' | 'date-time' | 'list' | 'group' | 'json'
  /** As the reference writes it: `string<uuid>`. */
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
  const tagged = isTagged(shape)
  const forms = shape.alternatives.map(toForm)
  return {
    fields: listProperties(shape).map((property) => toField(property, property.property, property.required)),
    alternatives: shape.alternatives.map((alternative, index) => ({
      label: (tagged ? '' : needs(alternative).join(' with ')) || nameAlternative(alternative, index),
      form: forms[index]!,
      others: tagged || shape.exclusive ? [] : listOthers(forms, index),
    })),
  }
}

function listOthers(forms: Form[], index: number): Field[] {
  const own = forms[index]!.fields.map(({ name }) => name)
  const others = forms.flatMap(({ fields }) => fields).filter(({ name }) => !own.includes(name))
  return [...new Map(others.map((field) => [field.name, { ...field, required: false }])).values()]
}

/** A key that is a pattern has no field, for nobody knows its name. */
const listProperties = ({ groups }: Shape): Property[] =>
  groups.flatMap(({ properties }) => properties).filter(({ isPattern }) => !isPattern)

export function toField(shape: Shape, name = '', required = false): Field {
  const control = chooseControl(shape)
  const only = findFact(shape, constraints.const)
  const values = only === undefined ? shape.values.map(({ value }) => value) : [only]
  return {
    name,
    control,
    type: shape.type,
    required,
    nullable: shape.nullable,
    deprecated: shape.deprecated,
    note: summarize(shape.description),
    values: values.map((value) => (isNumeric(shape) ? value : JSON.stringify(value))),
    default: findFact(shape, constraints.default),
    item: control === 'list' ? toField(shape.items!) : undefined,
    form: control === 'group' ? toForm(shape) : undefined,
  }
}

const findFact = ({ facts }: Shape, label: string) => facts.find((fact) => fact.label === label)?.value

const isNumeric = ({ type }: Shape) => /integer|number/.test(type)

function chooseControl(shape: Shape): Field['control'] {
  const { type, items, values, open, alternatives } = shape
  const isObject = (alternative: Shape) => chooseControl(alternative) === 'group'
  if (items && type.endsWith('[]')) return 'list'
  if (listProperties(shape).length > 0 && alternatives.every(isObject)) return 'group'
  if (alternatives.length > 0) return alternatives.every(isObject) ? 'group' : 'json'
  if (findFact(shape, constraints.const) !== undefined || (values.length > 0 && !open)) return 'choice'
  if (type === 'boolean') return 'boolean'
  if (/^(?:integer|number)/.test(type)) return 'number'
  if (type === 'string<date-time>') return 'date-time'
  return type.startsWith('string') || open ? 'text' : 'json'
}
