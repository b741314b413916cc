import type { Translations } from '../../translations'

export const copy: Translations['checks'] = {
  'copy/placeholder-text': {
    of: 'e1bceb',
    title: 'No queda texto provisional',
    failureTitle: 'Queda texto provisional',
    why:
      'El texto de relleno y el «por confirmar» son cosa de los borradores. Una vez publicados, todo el ' +
      'mundo los ve.',
    remedy: 'Inserte el texto definitivo y exporte de nuevo.',
    says: {
      '"{0}" contains the placeholder "{1}".': '«{0}» contiene el texto provisional «{1}».',
      'final text': 'texto definitivo',
    },
  },
  'copy/qr-code': {
    of: '7518c2',
    title: 'Los códigos se pueden leer y sus direcciones son válidas',
    failureTitle: 'Falta un código o su dirección es incorrecta',
    why:
      'Un código que no se lee, o que lleva a una dirección incorrecta, pierde a todos los que sacan el ' +
      'móvil.',
    remedy:
      'Genere el código de nuevo con la dirección correcta. Deje un margen limpio alrededor y use oscuro ' +
      'sobre claro.',
    says: {
      'No code was found, and none is required.': 'No se encontró ningún código, y no se exige ninguno.',
      'No code could be read.': 'No se pudo leer ningún código.',
      'no code': 'ningún código',
      'a readable code': 'un código legible',
      'The {0} says "{1}": {2}': 'El código ({0}) contiene «{1}»: {2}',
      'this is not a web address.': 'no es una dirección web.',
      'an address such as https://example.com': 'una dirección como https://example.com',
      'the address leads to {0}.': 'la dirección lleva a {0}.',
      'the address does not start with https://.': 'la dirección no empieza por https://.',
    },
  },
  'copy/required-text': {
    of: '4031df',
    title: 'El texto obligatorio está presente',
    failureTitle: 'Falta texto obligatorio',
    why:
      'Los textos legales, los eslóganes y las direcciones los exige la ley o la marca. Sin ellos, el ' +
      'anuncio no debe publicarse.',
    remedy:
      'Añada el texto que falta. Si está, pero es muy pequeño o tiene un fondo recargado, hágalo más ' +
      'legible.',
    says: {
      'The profile requires no text.': 'El perfil no exige ningún texto.',
      '"{0}" was not found.': 'No se encontró «{0}».',
    },
  },
  'copy/safe-area': {
    of: '21b6b8',
    title: 'El texto está dentro de la zona segura',
    failureTitle: 'Hay texto fuera de la zona segura',
    why:
      'Cerca de los bordes, las pantallas cortan el texto o las plataformas lo tapan con botones y ' +
      'nombres.',
    remedy: 'Mueva el texto hacia dentro, al interior del marco que muestra el informe.',
    says: {
      '"{0}" is {1} % from the {2}.': '«{0}» está a un {1} % del borde ({2}).',
      '{0} % from the {1}': '{0} % desde el borde ({1})',
      '"{0}" is {1} % from the top.': '«{0}» está a un {1} % del borde superior.',
      '"{0}" is {1} % from the right.': '«{0}» está a un {1} % del borde derecho.',
      '"{0}" is {1} % from the bottom.': '«{0}» está a un {1} % del borde inferior.',
      '"{0}" is {1} % from the left.': '«{0}» está a un {1} % del borde izquierdo.',
      '{0} % from the top': '{0} % desde el borde superior',
      '{0} % from the right': '{0} % desde el borde derecho',
      '{0} % from the bottom': '{0} % desde el borde inferior',
      '{0} % from the left': '{0} % desde el borde izquierdo',
    },
  },
  'copy/spelling': {
    of: 'ab5ab6',
    title: 'No se encontraron faltas de ortografía',
    failureTitle: 'Puede haber palabras mal escritas',
    why: 'En un anuncio publicado, todo el mundo ve una falta de ortografía, y cuesta confianza.',
    remedy:
      'Revise las palabras indicadas. Añada los nombres correctos y las palabras inventadas a la lista de ' +
      'palabras aceptadas del perfil.',
    says: {
      'The language of the text was not recognised, so its spelling was not judged.':
        'No se reconoció el idioma del texto, por lo que no se revisó su ortografía.',
      'The text is in {0}. The profile names {1}, so its spelling was not judged.':
        'El texto está en {0}. El perfil indica {1}, por lo que no se revisó su ortografía.',
      'The text is in {0}. This host has no dictionary of it, so its spelling was not judged.':
        'El texto está en {0}. Aquí no hay diccionario de ese idioma, por lo que no se revisó su ortografía.',
      '"{0}" is not in the dictionary.': '«{0}» no está en el diccionario.',
      '"{0}" is not in the dictionary. Did you mean {1}?':
        '«{0}» no está en el diccionario. ¿Quería decir {1}?',
    },
  },
  'copy/text-size': {
    of: '368678',
    title: 'El texto es lo bastante grande para leerlo',
    failureTitle: 'Hay texto demasiado pequeño para leerlo',
    why:
      'La letra pequeña que nadie puede leer no informa, y las autoridades la tratan como si no ' +
      'existiera.',
    remedy: 'Agrande el texto o acórtelo.',
    says: {
      '"{0}" is {1} % of the height.': 'La altura de «{0}» es el {1} % del total.',
      '{0} % of the height': '{0} % de la altura',
    },
  },
}
