import ts from 'typescript'

import { evaluate, visit } from './evaluate'

/** Properties whose value a report prints. */
const printed = new Set([
  'message',
  'measured',
  'expected',
  'what',
  'where',
  'reason',
  'label',
  'value',
  'alt',
])

/**
 * The sentences and parts of sentences that a source file writes into a report, with `{0}`, `{1}` … for its
 * values.
 */
export function sentencesIn(fileName: string, text: string): string[] {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.ES2023, true)
  const found = new Set<string>()
  const used = new Set<ts.Node>()
  const add = (expression: ts.Expression) => {
    const evaluation = evaluate(expression)
    for (const one of evaluation.texts) found.add(numbered(one))
    for (const node of evaluation.used) used.add(node)
  }
  visit(
    source,
    (node) => {
      const expression = printedBy(node)
      if (expression !== undefined) add(expression)
    },
    isSettled,
  )
  visit(
    source,
    (node) => {
      if (!used.has(node) && isFragment(node)) add(node)
      if (isJoin(node)) found.add(`{0}${node.text}{1}`)
    },
    isSettled,
  )
  return [...found].filter(isTranslatable)
}

function printedBy(node: ts.Node): ts.Expression | undefined {
  if (ts.isShorthandPropertyAssignment(node) && printed.has(node.name.text)) return node.name
  if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && printed.has(node.name.text))
    return node.initializer
  const isCall = ts.isCallExpression(node) && ts.isIdentifier(node.expression)
  return isCall && node.expression.getText() === 'notApplicable' ? node.arguments[0] : undefined
}

/** Static words of a check are translated by their names; settings, imports and types print nothing. */
function isSettled(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isThrowStatement(node)) return true
  return ts.isPropertyAssignment(node) && settled.has(node.name.getText())
}

const settled = new Set([
  ...['title', 'failureTitle', 'why', 'remedy', 'source', 'needs', 'mayRead', 'severity', 'settings'],
  ...['level', 'type', 'mime', 'extensions', 'status', 'inks', 'medium'],
])

/** A text that is part of no printed one, and a value of its own. */
function isFragment(node: ts.Node): node is ts.Expression {
  if (ts.isBinaryExpression(node))
    return node.operatorToken.kind === ts.SyntaxKind.PlusToken && isText(node.left)
  if (!isText(node)) return false
  const { parent } = node
  if (ts.isStringLiteral(node) && !/\s/.test(node.text))
    return ts.isPropertyAssignment(parent) && parent.initializer === node && /^[a-z-]+$/.test(node.text)
  const isCompared = ts.isBinaryExpression(parent) || ts.isElementAccessExpression(parent)
  return !isCompared && !(ts.isCallExpression(parent) && /\.(?!push$)\w+$/.test(parent.expression.getText()))
}

const isText = (node: ts.Node) => ts.isStringLiteral(node) || ts.isTemplateExpression(node)

function isJoin(node: ts.Node): node is ts.StringLiteral {
  return (
    ts.isStringLiteral(node) &&
    ts.isCallExpression(node.parent) &&
    node.parent.expression.getText().endsWith('.join') &&
    /\p{L}/u.test(node.text)
  )
}

const numbered = (text: string) => {
  let next = 0
  return text.replace(/\{\}/g, () => `{${next++}}`)
}

/** Units alone are the same in every language. */
const units = /\b(?:s|ms|px|pt|mm|ppi|fps|LUFS|LU|dBTP|dBFS|Hz|Mbit\/s|[kMGT]B|x)\b/g

function isTranslatable(text: string): boolean {
  if (isLeftEmpty(text)) return false
  const words = text.replace(/\{\d+\}/g, '').replace(units, '')
  if (/\p{L}/u.test(words)) return /\p{Ll}/u.test(words)
  // `{0}: {1}.` joins two texts.
  return /\{0\}[^{]*[:,;.][^{]*\{1\}/.test(text)
}

/** The empty default of a value that is never empty. */
function isLeftEmpty(text: string): boolean {
  return /""|\s\s|\s[.,]$|\sor \.|\s$|^\s|\bbe , |^https?:\/\/$/.test(text)
}
