import { isObject } from '../http/json'
import type { JsonObject } from '../http/json'

/**
 * Error codes that Box's guides list and its description's `code` enum leaves out:
 * https://developer.box.com/guides/api-calls/permissions-and-errors/common-errors/
 */
const codesOfTheGuides = [
  ...[
    'access_denied_insufficient_permissions',
    'bad_digest',
    'collaborations_not_available_on_root_folder',
    'cyclical_folder_structure',
  ],
  ...[
    'file_size_limit_exceeded',
    'file_size_too_small',
    'range_not_satisfiable',
    'folder_not_empty',
    'invalid_collaboration_item',
    'invalid_limit',
    'invalid_offset',
    'item_name_in_use',
  ],
  ...[
    'item_name_too_long',
    'metadata_after_file_contents',
    'name_temporarily_reserved',
    'not_trashed',
    'operation_blocked_temporary',
  ],
  ...['rate_limit_exceeded', 'trashed', 'user_already_collaborator'],
]

/**
 * Turns an OpenAPI 3.0 schema into JSON Schema: `nullable` becomes a real type, references stay references.
 */
export function toJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toJsonSchema)
  if (!isObject(schema)) return schema
  const { nullable, discriminator: _discriminator, example: _example, ...rest } = schema
  const converted = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, convert(key, value)]))
  const alternatives = corrected(converted)
  return nullable === true || isNullableByPart(schema)
    ? { anyOf: [{ type: 'null' }, alternatives] }
    : alternatives
}

function convert(key: string, value: unknown): unknown {
  if (key === 'properties' && isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, schema]) => [
        name,
        name === 'code' ? withCodes(toJsonSchema(schema)) : toJsonSchema(schema),
      ]),
    )
  }
  return ['allOf', 'oneOf', 'anyOf', 'items', 'additionalProperties', 'not'].includes(key)
    ? toJsonSchema(value)
    : value
}

/**
 * Box writes `allOf: [theSchema, { nullable: true }]` for "may be null", which strictly allows no null.
 */
function isNullableByPart(schema: JsonObject): boolean {
  return (
    Array.isArray(schema.allOf) &&
    schema.allOf.some((part: unknown) => isObject(part) && part.nullable === true)
  )
}

/**
 * A `oneOf` whose parts overlap (a file with the base fields only is also a folder, except for its `type`)
 * counts as `anyOf`.
 */
function corrected(schema: JsonObject): JsonObject {
  const { oneOf, ...rest } = schema
  return oneOf === undefined ? schema : { ...rest, anyOf: oneOf }
}

function withCodes(schema: unknown): unknown {
  if (!isObject(schema) || !Array.isArray(schema.enum) || !schema.enum.includes('item_name_invalid'))
    return schema
  return { ...schema, enum: schema.enum.concat(codesOfTheGuides) }
}
