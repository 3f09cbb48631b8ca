type Child = Node | string | false | undefined
type Attributes = Record<string, string | boolean | undefined>

/** An element with attributes (true for one without a value, false and undefined for none) and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) created.setAttribute(key, value === true ? '' : value)
  }
  created.append(...children.filter((child) => child !== false && child !== undefined))
  return created
}

/** Adds rules to the page without an element, which its policy would forbid. */
export function adopt(styles: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  document.adoptedStyleSheets.push(sheet)
}
