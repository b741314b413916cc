import type { Translations } from '../../translations'

export const imageFormat: Translations['checks'] = {
  'image/bit-depth': {
    of: 'ff68f9',
    title: 'Die Bittiefe wird akzeptiert',
    failureTitle: 'Die Bittiefe ist ungewöhnlich',
    why:
      'Weniger als 8 Bit pro Kanal zeigen Stufen in Verläufen. Mehr Bit machen die Datei groß oder für ' +
      'manche Programme unlesbar.',
    remedy: 'Wandeln Sie das fertige Bild in 8 Bit pro Kanal um.',
    says: {
      'The image has {0} bits per channel; expected {1} bits.':
        'Das Bild hat {0} Bit pro Kanal; erwartet sind {1} Bit.',
      'The image has {0} bits per channel; expected {1} to {2} bits.':
        'Das Bild hat {0} Bit pro Kanal; erwartet sind {1} bis {2} Bit.',
      '{0} bits': '{0} Bit',
      '{0} to {1} bits': '{0} bis {1} Bit',
    },
  },
  'image/colour-space': {
    of: '924fb2',
    title: 'Der Farbraum wird akzeptiert',
    failureTitle: 'Der Farbraum ist falsch',
    why:
      'Browser zeigen CMYK-Bilder in falschen Farben oder gar nicht. Druckereien wandeln RGB um, ohne ' +
      'dass jemand das Ergebnis vorher gesehen hat.',
    remedy:
      'Wandeln Sie das Bild in der Bildbearbeitung mit seinem Profil um: für Bildschirme in sRGB, für ' +
      'den Druck in das CMYK-Profil der Druckerei.',
    says: {
      RGB: 'RGB',
      'The image is in {0}; expected {1}.': 'Farbraum des Bildes: {0}; erwartet: {1}.',
      greyscale: 'Graustufen',
      'another colour model': 'anderes Farbmodell',
    },
  },
  'image/effective-ppi': {
    of: '57bd24',
    title: 'Die Auflösung des Bildes reicht für den Druck',
    failureTitle: 'Die Auflösung des Bildes ist für den Druck zu gering',
    why: 'Unter etwa 225 ppi wirkt ein gedrucktes Bild weich. Unter 150 ppi werden seine Pixel sichtbar.',
    remedy:
      'Liefern Sie das Original mit mehr Pixeln. Eine andere ppi-Angabe in der Datei bringt keine ' +
      'Details.',
    says: {
      'Neither the profile nor the file states the printed size.':
        'Weder das Profil noch die Datei nennt die Druckgröße.',
      'The image has {0} ppi at its printed size; expected at least {1} ppi.':
        'Das Bild hat in Druckgröße {0} ppi; erwartet sind mindestens {1} ppi.',
      'The image has {0} ppi as stated in the file; expected at least {1} ppi.':
        'Das Bild hat laut Angabe in der Datei {0} ppi; erwartet sind mindestens {1} ppi.',
    },
  },
  'image/exif-orientation': {
    of: 'bc28ce',
    title: 'Das Bild ist aufrecht gespeichert',
    failureTitle: 'Das Bild ist gedreht gespeichert und braucht eine Drehangabe',
    why:
      'Die Pixel sind gedreht gespeichert, und eine Angabe in der Datei lässt Anzeigeprogramme sie ' +
      'zurückdrehen. Druck-Workflows und manche Adserver beachten die Angabe nicht.',
    remedy:
      'Öffnen Sie das Bild, drehen Sie es richtig und speichern Sie es. Das Programm speichert die ' +
      'Pixel dann aufrecht.',
    says: {
      'The pixels are stored rotated or mirrored (orientation {0}).':
        'Die Pixel sind gedreht oder gespiegelt gespeichert (Orientierung {0}).',
      'orientation {0}': 'Orientierung {0}',
      'orientation 1': 'Orientierung 1',
    },
  },
  'image/extra-pages': {
    of: '04ae71',
    title: 'Die Datei enthält ein Bild',
    failureTitle: 'Die Datei enthält mehrere Bilder',
    why:
      'Die meisten Programme zeigen nur die erste Seite, die anderen sieht niemand. Nur die erste ' +
      'wurde geprüft.',
    remedy: 'Liefern Sie jede Seite als eigene Datei oder als PDF.',
    says: {
      'The file contains {0} images.': 'Die Datei enthält {0} Bilder.',
    },
  },
  'image/high-dynamic-range': {
    of: 'd5d035',
    title: 'Das Bild hat normalen Dynamikumfang (SDR)',
    failureTitle: 'Das Bild hat hohen Dynamikumfang (HDR)',
    why:
      'Ein HDR-Bild wirkt auf manchen Bildschirmen zu hell und auf anderen matt, und die meisten ' +
      'Exporte verlieren seine Gain Map.',
    remedy: 'Exportieren Sie eine Version mit normalem Dynamikumfang (SDR) und prüfen Sie dort die Farben.',
    says: {
      'The image is HDR: {0}.': 'Das Bild ist HDR: {0}.',
      'standard dynamic range': 'normaler Dynamikumfang (SDR)',
      'gain map': 'Gain Map',
    },
  },
  'image/icc-profile': {
    of: '7b8007',
    title: 'Das Farbprofil ist richtig',
    failureTitle: 'Das Farbprofil fehlt oder ist falsch',
    why:
      'Das Profil legt fest, was die Farbwerte bedeuten. Mit einem falschen Profil ändern sich ' +
      'Markenfarben von Bildschirm zu Bildschirm.',
    remedy:
      'Wandeln Sie das Bild in das erwartete Profil um und betten Sie es ein („In Profil umwandeln“, ' +
      'nicht „Profil zuweisen“).',
    says: {
      'The image has no colour profile.': 'Das Bild hat kein Farbprofil.',
      'no profile': 'kein Profil',
      'a colour profile': 'ein Farbprofil',
      'The profile "{0}" is for cmyk, but the pixels are rgb.':
        'Das Profil „{0}“ gilt für CMYK, die Pixel liegen aber in RGB vor.',
      'The profile "{0}" is for cmyk, but the pixels are grey.':
        'Das Profil „{0}“ gilt für CMYK, die Pixel liegen aber in Graustufen vor.',
      'The profile "{0}" is for rgb, but the pixels are cmyk.':
        'Das Profil „{0}“ gilt für RGB, die Pixel liegen aber in CMYK vor.',
      'The profile "{0}" is for rgb, but the pixels are grey.':
        'Das Profil „{0}“ gilt für RGB, die Pixel liegen aber in Graustufen vor.',
      'The profile "{0}" is for grey, but the pixels are cmyk.':
        'Das Profil „{0}“ gilt für Graustufen, die Pixel liegen aber in CMYK vor.',
      'The profile "{0}" is for grey, but the pixels are rgb.':
        'Das Profil „{0}“ gilt für Graustufen, die Pixel liegen aber in RGB vor.',
      'The profile "{0}" is for {1}, but the pixels are {2}.':
        'Das Profil „{0}“ gilt für {1}, die Pixel liegen aber in {2} vor.',
      '{0} on rgb pixels': '{0} auf RGB-Pixeln',
      '{0} on cmyk pixels': '{0} auf CMYK-Pixeln',
      '{0} on grey pixels': '{0} auf Graustufen-Pixeln',
      '{0} on {1} pixels': '{0} auf {1}-Pixeln',
      'a profile of the same colour model': 'ein Profil desselben Farbmodells',
      'The profile is called "{0}", but describes another colour space.':
        'Das Profil heißt „{0}“, beschreibt aber einen anderen Farbraum.',
      'The profile is called "{0}", but describes {1}.': 'Das Profil heißt „{0}“, beschreibt aber {1}.',
      'The image has the profile "{0}"; expected a colour profile.':
        'Das Bild hat das Profil „{0}“; erwartet ist ein Farbprofil.',
      'The image has the profile "{0}"; expected {1}.': 'Das Bild hat das Profil „{0}“; erwartet: {1}.',
      '{0}: another colour space': '{0}: ein anderer Farbraum',
      '{0}: {1}': '{0}: {1}',
      'display p3': 'Display P3',
      'adobe rgb': 'Adobe RGB',
      'prophoto rgb': 'ProPhoto RGB',
      grey: 'Graustufen',
    },
  },
  'image/ratio': {
    of: '129fd3',
    title: 'Das Seitenverhältnis wird akzeptiert',
    failureTitle: 'Das Seitenverhältnis ist falsch',
    why: 'Ein Bild mit anderem Seitenverhältnis wird beschnitten, verzerrt oder mit Balken gezeigt.',
    remedy: 'Passen Sie das Layout an ein akzeptiertes Seitenverhältnis an und exportieren Sie erneut.',
    says: {
      'The profile accepts all aspect ratios.': 'Das Profil akzeptiert alle Seitenverhältnisse.',
      'The image has {0} × {1} ({2}:1); expected {3}.': 'Das Bild hat {0} × {1} ({2}:1); erwartet: {3}.',
    },
  },
  'image/size': {
    of: '18105b',
    title: 'Die Bildmaße werden akzeptiert',
    failureTitle: 'Die Bildmaße sind falsch',
    why: 'Ein kleines Bild wirkt beim Vergrößern weich, und Werbeplätze akzeptieren nur genaue Maße.',
    remedy:
      'Exportieren Sie vom Original in der erwarteten Größe. Vergrößern des fertigen Bildes bringt ' +
      'keine Details.',
    says: {
      'The image has {0} × {1} pixels, which is not an accepted size.':
        'Das Bild hat {0} × {1} Pixel; diese Größe wird nicht akzeptiert.',
      'at least {0} pixels wide': 'mindestens {0} Pixel breit',
      'at least {0} pixels high': 'mindestens {0} Pixel hoch',
      'at most {0} pixels wide': 'höchstens {0} Pixel breit',
      'at most {0} pixels high': 'höchstens {0} Pixel hoch',
      'The image has {0} × {1} pixels; expected {2}.': 'Das Bild hat {0} × {1} Pixel; erwartet: {2}.',
    },
  },
}
