import ts from 'typescript'

/** Texts that an expression can give, with `{}` for each value that only a run knows. */
export interface Evaluation {
  texts: string[]
  /** Literals that are part of one of the texts. */
  used: Set<ts.Node>
}

/** More texts than this are not written out: their parts are translated one by one. */
const maxTexts = 16

type Bound = ReadonlyMap<ts.Node, { expression: ts.Expression; bound: Bound }>

/** Follows constants, conditions, local functions and tables of one source file. */
export function evaluate(expression: ts.Expression): Evaluation {
  return evaluated(expression, new Map(), 0)
}

const unknown: Evaluation = { texts: ['{}'], used: new Set() }

function evaluated(node: ts.Expression, bound: Bound, depth: number): Evaluation {
  if (depth > 12) return unknown
  const inner = (one: ts.Expression) => evaluated(one, bound, depth + 1)
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return { texts: [node.text], used: new Set([node]) }
  if (ts.isTemplateExpression(node)) {
    const pieces = node.templateSpans.flatMap(({ expression, literal }) => [
      inner(expression),
      { texts: [literal.text], used: new Set<ts.Node>() },
    ])
    return product([{ texts: [node.head.text], used: new Set<ts.Node>([node]) }, ...pieces])
  }
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return inner(node.expression)
  if (ts.isConditionalExpression(node)) return union([inner(node.whenTrue), inner(node.whenFalse)])
  if (ts.isBinaryExpression(node)) return ofBinary(node, inner)
  if (ts.isIdentifier(node)) return ofName(node, bound, depth)
  if (ts.isElementAccessExpression(node)) return ofTable(node, inner)
  return ts.isCallExpression(node) ? ofCall(node, bound, depth) : unknown
}

function ofBinary(
  { operatorToken: { kind }, left, right }: ts.BinaryExpression,
  inner: (node: ts.Expression) => Evaluation,
): Evaluation {
  if (kind === ts.SyntaxKind.PlusToken) {
    const parts = [inner(left), inner(right)]
    return parts.every((part) => part === unknown) ? unknown : product(parts)
  }
  const isChoice = kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken
  return isChoice ? union([inner(left), inner(right)]) : unknown
}

function ofName(node: ts.Identifier, bound: Bound, depth: number): Evaluation {
  const declaration = declarationOf(node)
  if (declaration === undefined) return unknown
  const argument = bound.get(declaration)
  if (argument !== undefined) return evaluated(argument.expression, argument.bound, depth + 1)
  if (ts.isParameter(declaration)) return ofParameter(declaration, depth)
  if (ts.isBindingElement(declaration))
    return declaration.initializer === undefined
      ? unknown
      : union([unknown, evaluated(declaration.initializer, bound, depth + 1)])
  return ts.isVariableDeclaration(declaration) && declaration.initializer !== undefined
    ? evaluated(declaration.initializer, bound, depth + 1)
    : unknown
}

/** All that the calls in this file hand over. */
function ofParameter(parameter: ts.ParameterDeclaration, depth: number): Evaluation {
  const name = nameOfFunction(parameter.parent)
  const index = parameter.parent.parameters.indexOf(parameter)
  if (name === undefined) return unknown
  const given: Evaluation[] = []
  visit(parameter.getSourceFile(), (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== name)
      return
    const argument = node.arguments[index] ?? parameter.initializer
    given.push(argument === undefined ? unknown : evaluated(argument, new Map(), depth + 1))
  })
  return given.length === 0 ? unknown : union(given)
}

function nameOfFunction(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node)) return node.name?.text
  const { parent } = node
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : undefined
}

/** `names[key]` of a table in this file. */
function ofTable(
  { expression }: ts.ElementAccessExpression,
  inner: (node: ts.Expression) => Evaluation,
): Evaluation {
  const declaration = ts.isIdentifier(expression) ? declarationOf(expression) : undefined
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return unknown
  const { initializer } = declaration
  if (initializer === undefined || !ts.isObjectLiteralExpression(initializer)) return unknown
  return union(
    initializer.properties.map((one) => (ts.isPropertyAssignment(one) ? inner(one.initializer) : unknown)),
  )
}

function ofCall(node: ts.CallExpression, bound: Bound, depth: number): Evaluation {
  const isValue = values.has(node.expression.getText())
  const called = !isValue && ts.isIdentifier(node.expression) ? functionOf(node.expression) : undefined
  if (called === undefined) return unknown
  const own = new Map(bound)
  for (const [index, parameter] of called.parameters.entries()) {
    const expression = node.arguments[index] ?? parameter.initializer
    if (expression !== undefined) own.set(parameter, { expression, bound })
  }
  const given = returned(called).map((one) => evaluated(one, own, depth + 1))
  return given.length === 0 ? unknown : union(given)
}

/** Functions that write a number with its unit. */
const values = new Set(['sizeText', 'secondsText', 'timeText'])

type Callable = ts.FunctionDeclaration | ts.ArrowFunction

function functionOf(name: ts.Identifier): Callable | undefined {
  const declaration = declarationOf(name)
  if (declaration === undefined) return undefined
  if (ts.isFunctionDeclaration(declaration)) return declaration
  const initializer = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined
  return initializer !== undefined && ts.isArrowFunction(initializer) ? initializer : undefined
}

function returned({ body }: Callable): ts.Expression[] {
  if (body === undefined) return []
  if (!ts.isBlock(body)) return [body]
  const found: ts.Expression[] = []
  visit(
    body,
    (node) => {
      if (ts.isReturnStatement(node) && node.expression !== undefined) found.push(node.expression)
    },
    ts.isFunctionLike,
  )
  return found
}

/** The nearest declaration of this name around its use. */
function declarationOf(name: ts.Identifier): ts.Node | undefined {
  let scope: ts.Node = name.parent
  while (!ts.isSourceFile(scope)) {
    const found = isScope(scope) ? declaredIn(scope, name.text) : undefined
    if (found !== undefined) return found
    scope = scope.parent
  }
  return declaredIn(scope, name.text)
}

type Declaration =
  ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement | ts.FunctionDeclaration

const isScope = (node: ts.Node) => ts.isBlock(node) || ts.isFunctionLike(node)

function declaredIn(scope: ts.Node, name: string): ts.Node | undefined {
  const found: ts.Node[] = []
  visit(
    scope,
    (node) => {
      if (
        isDeclaration(node) &&
        node.name !== undefined &&
        ts.isIdentifier(node.name) &&
        node.name.text === name
      )
        found.push(node)
    },
    (node) => node !== scope && isScope(node),
  )
  return found[0]
}

function isDeclaration(node: ts.Node): node is Declaration {
  return (
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isFunctionDeclaration(node)
  )
}

/** Every node; `isClosed` nodes are seen, and not what is inside them. */
export function visit(
  node: ts.Node,
  see: (node: ts.Node) => void,
  isClosed: (node: ts.Node) => boolean = () => false,
): void {
  see(node)
  if (!isClosed(node)) ts.forEachChild(node, (child) => visit(child, see, isClosed))
}

function union(all: Evaluation[]): Evaluation {
  const texts = [...new Set(all.flatMap((one) => one.texts))]
  // Its literals are then translated one by one.
  return texts.length > maxTexts ? unknown : { texts, used: usedBy(all) }
}

function product(all: Evaluation[]): Evaluation {
  const count = (parts: Evaluation[]) => parts.reduce((total, { texts }) => total * texts.length, 1)
  const parts = [...all]
  while (count(parts) > maxTexts) {
    const longest = Math.max(...parts.map(({ texts }) => texts.length))
    parts[parts.findIndex(({ texts }) => texts.length === longest)] = unknown
  }
  const texts = parts.reduce(
    (before, part) => before.flatMap((start) => part.texts.map((end) => start + end)),
    [''],
  )
  return { texts, used: usedBy(parts) }
}

const usedBy = (all: Evaluation[]) => new Set(all.flatMap(({ used }) => [...used]))
