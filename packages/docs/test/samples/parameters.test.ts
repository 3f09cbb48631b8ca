import { expect, test } from 'vitest'
import { writeParameters } from '../../src/samples/parameters.ts'
import { parseExactly } from '../../src/text/exact-json.ts'

const write = (
  place: string,
  value: unknown,
  style = place === 'query' ? 'form' : 'simple',
  explode = style === 'form',
) =>
  writeParameters(place === 'path' ? '/a/{p}/b' : '/a', [{ name: 'p', in: place, style, explode }], {
    [place]: { p: value },
  })

// As in the table of https://spec.openapis.org/oas/v3.1.1.html#style-examples.
test.each([
  ['query', 'x & y', 'form', true, '/a?p=x%20%26%20y'],
  ['query', false, 'form', true, '/a?p=false'],
  ['query', ['x', 'y z'], 'form', true, '/a?p=x&p=y%20z'],
  ['query', ['x', 'y'], 'form', false, '/a?p=x,y'],
  ['query', ['x', 'y'], 'spaceDelimited', false, '/a?p=x%20y'],
  ['query', ['x', 'y'], 'pipeDelimited', false, '/a?p=x|y'],
  ['query', { r: 1, g: 2 }, 'form', true, '/a?r=1&g=2'],
  ['query', { r: 1, g: 2 }, 'form', false, '/a?p=r,1,g,2'],
  ['query', { r: 1, g: 2 }, 'deepObject', true, '/a?p%5Br%5D=1&p%5Bg%5D=2'],
  ['query', parseExactly('9007199254740993'), 'form', true, '/a?p=9007199254740993'],
  ['query', undefined, 'form', true, '/a'],
  ['path', 'x/y', 'simple', false, '/a/x%2Fy/b'],
  ['path', ['x', 'y'], 'simple', false, '/a/x,y/b'],
  ['path', { r: 1, g: 2 }, 'simple', false, '/a/r,1,g,2/b'],
  ['path', { r: 1, g: 2 }, 'simple', true, '/a/r=1,g=2/b'],
  ['path', 'x/y', 'label', false, '/a/.x%2Fy/b'],
  ['path', ['x', 'y'], 'label', false, '/a/.x,y/b'],
  ['path', ['x', 'y'], 'label', true, '/a/.x.y/b'],
  ['path', { r: 1, g: 2 }, 'label', false, '/a/.r,1,g,2/b'],
  ['path', { r: 1, g: 2 }, 'label', true, '/a/.r=1.g=2/b'],
  ['path', 'x/y', 'matrix', false, '/a/;p=x%2Fy/b'],
  ['path', ['x', 'y'], 'matrix', false, '/a/;p=x,y/b'],
  ['path', ['x', 'y'], 'matrix', true, '/a/;p=x;p=y/b'],
  ['path', { r: 1, g: 2 }, 'matrix', false, '/a/;p=r,1,g,2/b'],
  ['path', { r: 1, g: 2 }, 'matrix', true, '/a/;r=1;g=2/b'],
])('%s %j in the style %s (explode: %j) makes %s', (place, value, style, explode, target) => {
  expect(write(place, value, style, explode).target).toBe(target)
})

test('a path is encoded as far as a URL needs it', () => {
  expect(writeParameters('/ü b/{p}:open', [], {}).target).toBe('/%C3%BC%20b/{p}:open')
})

test('headers are not encoded, and cookies are', () => {
  expect(write('header', ['x y', 'z']).headers).toEqual([['p', 'x y,z']])
  expect(write('cookie', 'x y', 'form').cookies).toEqual([['p', 'x%20y']])
})
