import type { Translations } from '../../translations'

export const pdfPages: Translations['checks'] = {
  'pdf/blank-pages': {
    of: '7a7a4a',
    title: 'No hay páginas en blanco',
    failureTitle: 'Hay páginas en blanco',
    why: 'Una página en blanco suele ser un error de exportación, o su contenido está en una capa oculta.',
    remedy: 'Elimine las páginas en blanco, o restaure lo que falta en ellas.',
    says: {
      blank: 'en blanco',
    },
  },
  'pdf/bleed': {
    of: '3967d0',
    title: 'Las páginas tienen suficiente sangrado',
    failureTitle: 'Las páginas tienen muy poco sangrado',
    why:
      'El papel nunca se corta justo por la línea. Si el diseño no continúa más allá del borde, aparece ' +
      'un filo blanco.',
    remedy:
      'Prolongue el diseño más allá del borde de la página y exporte con sangrado, de modo que el PDF ' +
      'indique su TrimBox y su BleedBox.',
    says: {
      'no trim box': 'sin TrimBox',
      '{0}: the file states no trim box, so the bleed cannot be measured.':
        '{0}: el archivo no indica ninguna TrimBox, por lo que no se puede medir el sangrado.',
      '{0}: {1} of bleed on the shortest side; expected {2} mm.':
        '{0}: {1} de sangrado en el lado más corto; se esperan {2} mm.',
      '{0} mm on each side': '{0} mm en cada lado',
      '{0}: the artwork touches the edge of the page, but ends {1}; expected {2} mm.':
        '{0}: el diseño toca el borde de la página, pero termina {1}; se esperan {2} mm.',
      'artwork up to {0} mm beyond the edge': 'diseño hasta {0} mm más allá del borde',
      '{0} mm beyond it ({1})': '{0} mm más allá ({1})',
    },
  },
  'pdf/box-nesting': {
    of: '62ca7e',
    title: 'Las cajas de página son coherentes',
    failureTitle: 'Las cajas de página se contradicen',
    why:
      'La imprenta coloca y corta las páginas según sus cajas. Si se contradicen, se pierde una parte de ' +
      'la página.',
    remedy:
      'Exporte el PDF de nuevo en lugar de recortarlo después, o pida a preimpresión que corrija las cajas.',
    says: {
      'the {0} box extends {1} mm beyond the {2} box': 'el {0} sobresale {1} mm del {2}',
      trim: 'formato final (TrimBox)',
      bleed: 'sangrado (BleedBox)',
      crop: 'recorte (CropBox)',
      art: 'contenido (ArtBox)',
      media: 'soporte (MediaBox)',
    },
  },
  'pdf/hairlines': {
    of: '1676e4',
    title: 'No hay líneas demasiado finas para imprimir',
    failureTitle: 'Hay líneas demasiado finas para imprimir',
    why: 'Las líneas muy finas se rompen o desaparecen al imprimir, aunque en pantalla se vean bien.',
    remedy: 'Dé a las líneas al menos 0,25 pt de grosor, y más donde no sean de negro puro.',
    says: {
      'Page {0} has white lines thinner than {1} pt; the thinnest is {2} pt.':
        'La página {0} tiene líneas blancas de menos de {1} pt; la más fina mide {2} pt.',
      'Page {0} has lines in several inks thinner than {1} pt; the thinnest is {2} pt.':
        'La página {0} tiene líneas en varias tintas de menos de {1} pt; la más fina mide {2} pt.',
      'Page {0} has {1} line thinner than {2} pt; the thinnest is {3} pt.':
        'La página {0} tiene {1} línea de menos de {2} pt; la más fina mide {3} pt.',
      'Page {0} has {1} lines thinner than {2} pt; the thinnest is {3} pt.':
        'La página {0} tiene {1} líneas de menos de {2} pt; la más fina mide {3} pt.',
      'Page {0} has 1 line thinner than {1} pt; the thinnest is {2} pt.':
        'La página {0} tiene 1 línea de menos de {1} pt: mide {2} pt.',
    },
  },
  'pdf/mixed-page-sizes': {
    of: 'e5d976',
    title: 'Todas las páginas tienen el mismo tamaño',
    failureTitle: 'Las páginas tienen tamaños distintos',
    why:
      'Las páginas de tamaños distintos suelen ser un error de exportación, como una cubierta que perdió ' +
      'su sangrado.',
    remedy:
      'Compruebe si los tamaños son intencionados. Si no lo son, exporte todas las páginas en un solo ' +
      'tamaño.',
    says: {
      '{0}: {1}; page 1 has {2} × {3} mm.': '{0}: {1}; la página 1 mide {2} × {3} mm.',
    },
  },
  'pdf/page-count': {
    of: 'd19f1a',
    title: 'El número de páginas es el encargado',
    failureTitle: 'El número de páginas es incorrecto',
    why: 'Una página de menos o de más desplaza todo lo que sigue.',
    remedy: 'Exporte el documento con exactamente las páginas encargadas.',
    says: {
      'The PDF has {0} page; expected {1}.': 'El PDF tiene {0} página; se espera {1}.',
      'The PDF has {0} pages; expected {1}.': 'El PDF tiene {0} páginas; se espera {1}.',
      'a multiple of {0}': 'un múltiplo de {0}',
    },
  },
  'pdf/page-size': {
    of: '666835',
    title: 'El tamaño de página es el encargado',
    failureTitle: 'El tamaño de página es incorrecto',
    why: 'Una página de otro tamaño se escala o se recorta al colocarla, y ya no encaja en su espacio.',
    remedy: 'Prepare el documento en el tamaño encargado, sin sangrado ni marcas, y expórtelo de nuevo.',
    says: {
      'The profile sets no page size.': 'El perfil no fija ningún tamaño de página.',
      '{0}: trim size {1}; expected {2}.': '{0}: formato final {1}; se espera {2}.',
    },
  },
  'pdf/text-near-trim': {
    of: 'c67fa5',
    title: 'El texto guarda distancia con el borde de la página',
    failureTitle: 'El texto está demasiado cerca del borde de la página',
    why:
      'El papel nunca se corta justo por la línea. El texto cercano al borde se corta o parece ' +
      'descolocado.',
    remedy: 'Mueva el texto hacia dentro, o deje que sobrepase el borde a propósito.',
    says: {
      'Page {0}: "{1}" is across the edge.': 'Página {0}: «{1}» atraviesa el borde.',
      'Page {0}: "{1}" is {2} mm from the edge.': 'Página {0}: «{1}» está a {2} mm del borde.',
      'across the edge': 'atraviesa el borde',
      '{0} mm from the edge': 'a {0} mm del borde',
      'at least {0} mm': 'al menos {0} mm',
    },
  },
}
