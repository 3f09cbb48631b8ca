import type { Usage } from '../../change.ts'
import { asArray, asObject, asStrings, asText, isSame, type JsonObject } from '../../document/json.ts'
import type { Context } from '../context.ts'
import type { Operation } from './operation.ts'

/** Where the API is: a caller that uses an address that goes breaks. */
export function compareServers({ base, head, basePaths, collector }: Context): void {
  const before = readServers(base.root['servers'], basePaths.base)
  const after = readServers(head.root['servers'], basePaths.head)
  const [known, wanted] = [before, after].map((servers) =>
    // Without servers, requests go to where the document is.
    servers.length === 0 ? [''] : servers.flatMap(({ addresses }) => addresses),
  )
  before.forEach(({ url, addresses, node, meaning }, index) => {
    const lost = addresses.filter((address) => !isServed(address, wanted!))
    const same = after.findIndex((other) => isSame(other.addresses, addresses))
    if (lost.length > 0) {
      const note = { rule: 'server-removed', level: 'major', pointer: `/servers/${index}` } as const
      const says = sayLost(lost, addresses)
      collector.note({ ...note, breaks: ['request'], says, before: lost.map(spell) }, undefined, url)
    } else if (same >= 0 && !isSame(after[same]!.node, node)) {
      const level = isSame(meaning, after[same]!.meaning) ? 'patch' : 'minor'
      const note = {
        rule: 'server-changed',
        level,
        pointer: `/servers/${same}`,
        before: node,
        after: after[same]!.node,
      } as const
      collector.note({ ...note, says: 'is described differently' }, undefined, url)
    }
  })
  after.forEach(({ url, addresses }, index) => {
    const gained = addresses.filter((address) => !isServed(address, known!))
    if (gained.length === 0) return
    const note = {
      rule: 'server-added',
      level: 'minor',
      pointer: `/servers/${index}`,
      after: gained.map(spell),
    } as const
    const says = gained.length < addresses.length ? `has \`${gained.map(spell).join('`, `')}\` too` : 'is new'
    collector.note({ ...note, says }, undefined, url)
  })
}

function sayLost(lost: string[], all: string[]): string {
  return lost.length < all.length ? `no longer has \`${lost.map(spell).join('`, `')}\`` : 'is removed'
}

/** An operation or its path can have servers of its own, which stand for the root's. */
export function compareOwnServers({ base, head, collector }: Context, { both, item, name, sides }: Operation): void {
  const [own, ownAfter] = [both.base ?? {}, both.head ?? {}].map((place) => asObject(Object(place).node)['servers'])
  const [shared, sharedAfter] = [item.base, item.head].map((place) => place?.node['servers'])
  const [before, after] = [own ?? shared, ownAfter ?? sharedAfter]
  if (before === undefined && after === undefined) return
  const [addresses, addressesAfter] = [before ?? base.root['servers'], after ?? head.root['servers']].map(listAddresses)
  const lost = addresses!.filter((address) => !isServed(address, addressesAfter!))
  const gained = addressesAfter!.filter((address) => !isServed(address, addresses!))
  if (lost.length + gained.length === 0) return
  const owner = [ownAfter === undefined ? undefined : both.head, sharedAfter === undefined ? undefined : item.head]
  const place = [...owner, own === undefined ? item.base : both.base].find((one) => one !== undefined)!
  const usage: Usage = { operation: name, side: sides.request, steps: [] }
  const level = lost.length > 0 ? 'major' : 'minor'
  const says = `goes to ${sayAll(addressesAfter!)} instead of ${sayAll(addresses!)}`
  const values = { before: addresses!.map(spell), after: addressesAfter!.map(spell) }
  const note = {
    rule: 'operation-servers-changed',
    level,
    pointer: `${place.pointer}/servers`,
    says,
    ...values,
  } as const
  collector.note(note, usage, name)
}

const sayAll = (addresses: string[]) => addresses.map((address) => `\`${spell(address)}\``).join(', ')
const spell = (address: string) => (address === '' ? '/' : address)

interface Server {
  url: string
  node: JsonObject
  addresses: string[]
  /** The address that is meant where nobody chooses, and what no rule understands. */
  meaning: unknown[]
}

function readServers(servers: unknown, basePath: string): Server[] {
  return asArray(servers).map((server) => {
    const node = asObject(server)
    const withoutBase = (address: string) =>
      address.endsWith(basePath) ? address.slice(0, address.length - basePath.length) : address
    const { url, variables, description: _description, name: _name, ...rest } = node
    const others = Object.entries(rest).filter(([key]) => !key.startsWith('x-'))
    const meaning = [withoutBase(readDefault(asText(url), asObject(variables))), others]
    return { url: asText(url), node, addresses: expand(node).map(withoutBase), meaning }
  })
}

/** Without servers, requests go to where the document is. */
function listAddresses(servers: unknown): string[] {
  const list = asArray(servers)
  return list.length === 0 ? [''] : list.flatMap((server) => expand(asObject(server)))
}

const MOST_ADDRESSES = 1000

/** Every address that a server with variables stands for; `{}` is any text. */
function expand({ url, variables }: JsonObject): string[] {
  let addresses = [asText(url)]
  for (const [name, variable] of Object.entries(asObject(variables))) {
    const values = asStrings(asObject(variable)['enum'])
    const texts = values.length === 0 || values.length * addresses.length > MOST_ADDRESSES ? ['{}'] : values
    addresses = addresses.flatMap((address) => texts.map((text) => address.replaceAll(`{${name}}`, text)))
  }
  return addresses.map(normalise)
}

/** Scheme and host are case-insensitive, and neither the scheme's own port nor a slash at the end says anything. */
function normalise(address: string): string {
  return address
    .replace(/^\w+:\/\/[^/]*/, (origin) => origin.toLowerCase().replace(/^(http:.*):80$|^(https:.*):443$/, '$1$2'))
    .replace(/\/+$/, '')
}

function isServed(address: string, by: string[]): boolean {
  return by.some((other) => other === address || (other.includes('{}') && matches(address, other)))
}

function matches(address: string, pattern: string): boolean {
  const parts = pattern.split('{}').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(address)
}

function readDefault(url: string, variables: JsonObject): string {
  const address = Object.entries(variables).reduce(
    (text, [name, variable]) => text.replaceAll(`{${name}}`, asText(asObject(variable)['default'])),
    url,
  )
  return normalise(address)
}
