import ts from 'typescript'

/** A change of one place in a file of the built client. */
export interface ClientMutant {
  file: string
  operator: string
  start: number
  end: number
  replacement: string
  /** The statement around it, as it was. */
  context: string
}

const { SyntaxKind } = ts

/** Every operator that a binary one is swapped for. */
const swaps = new Map<ts.SyntaxKind, string>([
  [SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [SyntaxKind.LessThanToken, '<='],
  [SyntaxKind.GreaterThanToken, '>='],
  [SyntaxKind.GreaterThanEqualsToken, '>'],
  [SyntaxKind.LessThanEqualsToken, '<'],
  [SyntaxKind.PlusToken, '-'],
  [SyntaxKind.MinusToken, '+'],
  [SyntaxKind.AsteriskToken, '/'],
  [SyntaxKind.PlusEqualsToken, '='],
  [SyntaxKind.AmpersandAmpersandToken, '||'],
  [SyntaxKind.BarBarToken, '&&'],
])

/** Every systematic change to the syntax tree of a file; each leaves a program that may run. */
export function listMutants(file: string, source: string): ClientMutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS)
  const mutants: ClientMutant[] = []
  const replace = (operator: string, node: ts.Node, replacement: string) =>
    void mutants.push({
      file,
      operator,
      start: node.getStart(),
      end: node.getEnd(),
      replacement,
      context: findStatement(node).getText(),
    })

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    mutateCondition(node, replace)
    mutateExpression(node, replace)
    mutateLiteral(node, replace)
    mutateParts(node, source, replace)
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(tree, visit)
  return mutants
}

type Replace = (operator: string, node: ts.Node, replacement: string) => void

function mutateCondition(node: ts.Node, replace: Replace): void {
  const condition =
    ts.isIfStatement(node) || ts.isWhileStatement(node)
      ? node.expression
      : ts.isConditionalExpression(node)
        ? node.condition
        : undefined
  if (!condition) return
  replace('condition holds', condition, 'true')
  replace('condition fails', condition, 'false')
}

function mutateExpression(node: ts.Node, replace: Replace): void {
  if (ts.isBinaryExpression(node)) {
    const swapped = swaps.get(node.operatorToken.kind)
    if (swapped) replace('operator swapped', node.operatorToken, swapped)
    if (node.operatorToken.kind === SyntaxKind.QuestionQuestionToken)
      replace('fallback dropped', node, node.left.getText())
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) {
    replace('negation dropped', node, node.operand.getText())
  }
  if (ts.isAwaitExpression(node)) replace('await dropped', node, `(${node.expression.getText()})`)
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) replace('function gives nothing', node.body, 'undefined')
  if (ts.isCallExpression(node) && node.arguments.length > 0) {
    const last = node.arguments.at(-1)!
    const kept = node.arguments.slice(0, -1).map((each) => each.getText())
    const called = node.expression.getText()
    if (last.getText() !== 'undefined') replace('last argument dropped', node, `${called}(${kept.join(', ')})`)
  }
  if (ts.isHeritageClause(node) && node.types[0]!.getText() !== 'Error')
    replace('base class swapped', node, 'extends Error')
}

function mutateLiteral(node: ts.Node, replace: Replace): void {
  const isName = ts.isPropertyAssignment(node.parent) && node.parent.name === node
  if (isName) return
  if (ts.isStringLiteral(node)) replace('text changed', node, node.text === '' ? "'changed'" : "''")
  if (ts.isNumericLiteral(node)) replace('number changed', node, `(${node.getText()} + 1)`)
  if (ts.isTemplateHead(node) && node.text !== '') replace('text changed', node, '`${')
  if (ts.isRegularExpressionLiteral(node)) replace('pattern never matches', node, '/$^/')
  if (node.kind === SyntaxKind.TrueKeyword) replace('boolean swapped', node, 'false')
  if (node.kind === SyntaxKind.FalseKeyword) replace('boolean swapped', node, 'true')
}

function mutateParts(node: ts.Node, source: string, replace: Replace): void {
  if (ts.isExpressionStatement(node) && !isSuper(node)) replace('statement dropped', node, ';')
  if (ts.isThrowStatement(node) || ts.isContinueStatement(node)) replace('statement dropped', node, ';')
  if (ts.isReturnStatement(node) && ts.isIfStatement(node.parent)) replace('statement dropped', node, ';')
  if (ts.isObjectLiteralExpression(node)) {
    for (const property of node.properties) replace('property dropped', property, withoutComma(property, source))
  }
  if (ts.isParameter(node) && node.initializer) replace('default dropped', node, node.name.getText())
  if (ts.isBindingElement(node) && node.initializer) {
    replace('default dropped', node, source.slice(node.getStart(), node.name.getEnd()))
  }
}

/** A property before a comma leaves a spread of nothing, because two commas in a row are a syntax error. */
const withoutComma = (property: ts.Node, source: string): string =>
  /^\s*,/.test(source.slice(property.getEnd())) ? '...{}' : ''

const isSuper = ({ expression }: ts.ExpressionStatement): boolean =>
  ts.isCallExpression(expression) && expression.expression.kind === SyntaxKind.SuperKeyword

const findStatement = (node: ts.Node): ts.Node =>
  ts.isStatement(node) && !ts.isBlock(node) ? node : findStatement(node.parent)

/** The changed file. */
export const applyMutant = ({ start, end, replacement }: ClientMutant, source: string): string =>
  source.slice(0, start) + replacement + source.slice(end)

/** What a mutant does and the statement that it is in, in words that stay while lines move. */
export function describeMutant(
  { file, operator, start, end, replacement, context }: ClientMutant,
  source: string,
): string {
  const show = (text: string) => {
    const line = text.replaceAll(/\s+/g, ' ').trim()
    return line.length > 80 ? `${line.slice(0, 80)}…` : line
  }
  return `${file} ${operator}: ${show(source.slice(start, end))} → ${show(replacement)} in: ${show(context)}`
}
