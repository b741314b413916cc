import type { Check } from '../../checks/check'
import { catalogue } from '../../checks/catalogue'
import type { ReportLanguage } from '../../report'
import { localNumber } from './local-number'
import { type Matcher, matcherOf } from './matcher'
import type { Says, Translations } from './translations'
import { translationsOf } from './translations-of'

/** Part of a report that has texts of its own. */
export type Speaker = { check: string } | 'facts' | 'rejection'

/**
 * A text that a check wrote, in the language of the report; undefined for a text that has no translation:
 * it was written by another release, or is a text of the asset.
 */
export type Translator = (speaker: Speaker, text: string) => string | undefined

const translators = new Map<ReportLanguage, Translator>()

/** Built once for each language, on first use. */
export function translatorOf(language: ReportLanguage): Translator {
  const known = translators.get(language)
  if (known !== undefined) return known
  const made: Translator = language === 'en' ? (_, text) => text : translatorFrom(language, catalogue())
  translators.set(language, made)
  return made
}

function translatorFrom(
  language: Exclude<ReportLanguage, 'en'>,
  checks: ReadonlyMap<string, Check>,
): Translator {
  const translations = translationsOf(language)
  const matchers = new Map<string, Matcher>()
  return (speaker, text) => {
    const name = typeof speaker === 'string' ? speaker : speaker.check
    const matcher = matchers.get(name) ?? matcherFor(speaker, translations, checks, localNumber(language))
    matchers.set(name, matcher)
    return matcher(text)
  }
}

function matcherFor(
  speaker: Speaker,
  { checks: words, shared, facts }: Translations,
  checks: ReadonlyMap<string, Check>,
  numbers: (value: string) => string,
): Matcher {
  if (speaker === 'facts') return matcherOf({ ...shared, ...facts }, numbers)
  if (speaker === 'rejection') return matcherOf(shared, numbers)
  const [own, check] = [words[speaker.check], checks.get(speaker.check)]
  const says = { ...shared, ...own?.says, ...(own && check && staticWords(own, check)) }
  return namesLikeNumbers.has(speaker.check) ? matcherOf(says, (value) => value) : matcherOf(says, numbers)
}

function staticWords(own: Translations['checks'][string], check: Check): Says {
  return {
    [check.why]: own.why,
    [check.remedy]: own.remedy,
    [check.title]: own.title,
    [check.failureTitle]: own.failureTitle,
  }
}

/** `5.1` is a layout of channels. */
const namesLikeNumbers = new Set(['audio/layout'])
