import type { Schema } from '@seam-acs/spec/model'

const parcel: Schema = {
  type: 'object',
  description: 'A parcel.',
  required: ['sender'],
  properties: {
    sender: { type: 'string', description: 'Who sent it.' },
    notes: { type: 'string', description: '# Notes\n\nTwo.' },
    again: { $ref: '#/components/schemas/parcel/properties/sender' },
    inside: { $ref: '#/components/schemas/parcel', description: 'The box around it.' },
    grade: {
      type: 'string',
      enum: ['', '+', 'a'],
      'x-enumDescriptions': { '': 'Nobody said.', '+': 'Soon.', a: 'Late.' },
    },
    rows: {
      type: 'array',
      description: 'Rows.',
      items: { type: 'object', additionalProperties: { type: 'integer', minimum: 3, description: 'A cell.' } },
    },
    slot: { $ref: '#/components/schemas/slot' },
    'size.in cm#': { type: 'integer', description: 'How wide.' },
    pair: { type: 'array', items: false as never, description: 'Two things.' },
    lost: false as never,
    label: { $ref: '#/components/schemas/label' },
    slip: { $ref: '#/components/schemas/note', required: ['hue'], properties: { hue: { type: 'string' } } },
    grid: {
      type: 'array',
      items: { type: 'array', items: { type: 'object', properties: { cell: { type: 'boolean' } } } },
    },
  },
  allOf: [{ anyOf: [{ required: ['grade'] }, { required: ['slot', 'rows'] }] }],
}

export const schemas: Record<string, Schema> = {
  parcel,
  label: {
    oneOf: [
      { type: 'object', properties: { under: { $ref: '#/components/schemas/label' } } },
      { type: 'string' },
      { type: 'array', items: { type: 'object', properties: { worn: { type: 'boolean' } } } },
    ],
  },
  slot: {
    description: 'Where it is.',
    oneOf: [
      { type: 'string', minLength: 7 },
      { type: 'integer', minimum: 42 },
    ],
  },
  note: { type: 'object', required: ['text'], properties: { text: { type: 'string', description: 'What it says.' } } },
}
