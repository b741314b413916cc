import { searchAttributes } from './contract'

/** The numbers of Temporal's `IndexedValueType`. */
export const indexedTypes = { KEYWORD: 2, DOUBLE: 4 } as const

const typeNames = ['Unspecified', 'Text', 'Keyword', 'Int', 'Double', 'Bool', 'Datetime', 'KeywordList']

export interface AttributeDifferences {
  missing: (keyof typeof searchAttributes)[]
  /** One text each: name, wanted and found type. */
  wrongType: string[]
}

/** Compares a namespace's custom search attributes (name -> `IndexedValueType`) with the contract. */
export function compareSearchAttributes(present: Readonly<Record<string, unknown>>): AttributeDifferences {
  const differences: AttributeDifferences = { missing: [], wrongType: [] }
  for (const name of attributeNames()) {
    const wanted = indexedTypes[searchAttributes[name]]
    const found = present[name]
    if (found === undefined) differences.missing.push(name)
    else if (found !== wanted)
      differences.wrongType.push(`${name} (wanted ${typeName(wanted)}, found ${typeName(found)})`)
  }
  return differences
}

/** What we need of Temporal's operator service. */
export interface AttributeService {
  listSearchAttributes: (request: {
    namespace: string
  }) => Promise<{ customAttributes: Record<string, unknown> }>
}

/**
 * One sentence for logs and health pages; undefined when the namespace fits the contract, and on Temporal
 * Cloud, which does not open this API.
 */
export async function searchAttributeProblem(
  service: AttributeService,
  namespace: string,
): Promise<string | undefined> {
  try {
    const { customAttributes } = await service.listSearchAttributes({ namespace })
    return sentenceOf(compareSearchAttributes(customAttributes))
  } catch (error) {
    if (isApiClosed(error)) return undefined
    throw error
  }
}

/** The gRPC statuses PERMISSION_DENIED, UNIMPLEMENTED and UNAUTHENTICATED. */
export function isApiClosed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && [7, 12, 16].some((code) => code === error.code)
}

function sentenceOf({ missing, wrongType }: AttributeDifferences): string | undefined {
  const parts = [
    ...(missing.length === 0 ? [] : [`are missing: ${missing.join(', ')}`]),
    ...(wrongType.length === 0 ? [] : [`have the wrong type: ${wrongType.join(', ')}`]),
  ]
  return parts.length === 0
    ? undefined
    : `search attributes ${parts.join('; ')}. Until "admin-cli setup" has corrected them, runs cannot start`
}

export function attributeNames(): (keyof typeof searchAttributes)[] {
  const isName = (name: string): name is keyof typeof searchAttributes => name in searchAttributes
  return Object.keys(searchAttributes).filter(isName)
}

function typeName(type: unknown): string {
  return (typeof type === 'number' ? typeNames[type] : undefined) ?? String(type)
}
