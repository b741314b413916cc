import type { Translations } from '../../translations'

export const copy: Translations['checks'] = {}
