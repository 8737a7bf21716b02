"""Invented associations, as the register writes them, with what a reader of them would say.

`TAKEN`: an international life, shown ticked. `OFFERED`: it may have one, shown unticked. `LEFT`: it has none.
The countries are those that a person reading the title and the purpose would write down.
"""

from __future__ import annotations

from typing import NamedTuple

TAKEN, OFFERED, LEFT = "taken", "offered", "left"


class Case(NamedTuple):
    """A title, a purpose, an object code ("" for one that says nothing), what is expected."""

    title: str
    purpose: str
    code: str
    expected: str
    countries: str = ""


CASES = (
    # Diasporas and mutual aid
    Case("AMICALE DES MALIENS DE BELLERIVE", "entraide entre les membres", "014040", TAKEN, "ML"),
    Case("ASSOCIATION DES RESSORTISSANTS DE DIAWARA EN FRANCE", "aider le village d'origine", "014035", TAKEN),
    Case("UNION DES FEMMES COMORIENNES", "favoriser l'entraide et l'insertion", "014050", TAKEN, "KM"),
    Case("COMMUNAUTE CAMEROUNAISE DE L'OUEST", "rassembler les camerounais du département", "", TAKEN, "CM"),
    Case("LES IVOIRIENS DU VAL", "organiser des rencontres conviviales", "", TAKEN, "CI"),
    Case("SOLIDARITE COTE D IVOIRE", "soutenir les écoles", "020020", TAKEN, "CI"),
    Case("CASA DE PORTUGAL", "faire vivre la culture portugaise, cours de langue", "", TAKEN, "PT"),
    Case("RANCHO FOLCLORICO ALEGRIA DO MINHO", "folklore et danses portugaises", "006040", TAKEN, "PT"),
    Case("FOYER CULTUREL ARMENIEN", "conserver les traditions", "", TAKEN, "AM"),
    Case("Association des Turcs de la vallée", "activités culturelles et sportives", "", TAKEN, "TR"),
    Case("AMICALE DES GUINEENS", "solidarité entre les membres", "014040", TAKEN, "GN"),
    Case("AMICALE DES BISSAU-GUINEENS", "entraide", "014035", TAKEN, "GW"),
    Case("RESSORTISSANTS DE GUINEE EQUATORIALE", "entraide", "014035", TAKEN, "GQ"),
    Case("ENTRAIDE NIGERIENNE", "aider les familles", "", TAKEN, "NE"),
    Case("ENTRAIDE NIGERIANE", "aider les familles", "", TAKEN, "NG"),
    Case("AMIS DU NIGERIA", "échanges culturels", "", TAKEN, "NG"),
    Case("LES AMIS DU NIGER", "forage de puits dans la région de Tahoua", "", TAKEN, "NE"),
    Case("ASSOCIATION DES CONGOLAIS DE L'AGGLOMERATION", "entraide", "014035", TAKEN),
    Case("CONGOLAIS DE LA VALLEE", "soutenir les écoles de Kinshasa", "", TAKEN, "CD"),
    Case("ESPOIR RDC", "scolariser les enfants de Goma", "020005", TAKEN, "CD"),
    Case("MBOTE BRAZZAVILLE", "échanges avec les jeunes du Congo Brazzaville", "", TAKEN, "CG"),
    Case("ASSOCIATION FRANCO-COREENNE", "faire connaître la culture coréenne", "", TAKEN),
    Case("LES DOMINICAINS DE FRANCE ET LEURS AMIS REPUBLIQUE DOMINICAINE", "solidarité", "", TAKEN, "DO"),
    Case("DOMINIQUAIS DE METROPOLE", "entraide, liens avec l'île de la Dominique", "", TAKEN, "DM"),
    Case("AMICALE GEORGIENNE", "culture de la Géorgie", "", TAKEN, "GE"),
    Case("ASSOCIATION DES ETUDIANTS SENEGALAIS", "accueil des nouveaux étudiants", "015065", TAKEN, "SN"),
    Case("ETUDIANTS CHINOIS DU CAMPUS", "intégration et entraide", "015065", TAKEN, "CN"),
    Case("EGLISE EVANGELIQUE HAITIENNE", "exercice du culte", "040000", TAKEN, "HT"),
    Case("Les Amis de la Palestine", "faire connaître la situation du peuple palestinien", "", TAKEN, "PS"),
    Case("CERCLE BURKINABE", "entraide et culture", "", TAKEN, "BF"),
    Case("ASSOCIATION DES TRAVAILLEURS MAROCAINS", "défense des droits", "", TAKEN, "MA"),
    Case("AMICALE DES KABYLES", "culture et langue kabyles", "", TAKEN, "DZ"),
    Case("CERCLE TAMOUL", "entraide de la communauté tamoule", "", TAKEN),
    # Twinning and friendship
    Case("COMITE DE JUMELAGE DE BELLERIVE", "développer les relations avec les villes jumelles", "009050", TAKEN),
    Case("COMITE DE JUMELAGE", "échanges avec la ville de Bad Neustein en Allemagne", "", TAKEN, "DE"),
    Case("JUMELAGE BELLERIVE STONEBRIDGE", "jumelage avec une commune d'Angleterre", "009050", TAKEN, "GB"),
    Case("Amitié franco-polonaise", "rapprocher les deux peuples", "", TAKEN, "PL"),
    Case("FRANCE-VIETNAM", "amitié et solidarité", "", TAKEN, "VN"),
    Case("CERCLE FRANCO-ALLEMAND", "conversation et sorties", "", TAKEN, "DE"),
    Case("ASSOCIATION SINO-FRANCAISE DU VAL", "rencontres", "", TAKEN, "CN"),
    Case("Club italo-français", "rencontres", "", TAKEN, "IT"),
    Case("LES AMIS DE LA ROUMANIE", "parrainage d'enfants", "", TAKEN, "RO"),
    Case("PONT CULTUREL FRANCO SYRIEN", "accueil de familles", "", TAKEN, "SY"),
    Case("EUROPE ET CITOYENS", "faire connaître les institutions européennes", "001025", TAKEN),
    Case("ECHANGES SCOLAIRES", "organiser des séjours d'élèves à l'étranger", "015085", TAKEN),
    # Solidarity
    Case("ENFANTS DU TOGO", "parrainage et scolarisation", "", TAKEN, "TG"),
    Case("UN PUITS POUR DEMAIN", "forage de puits au Burkina Faso", "", TAKEN, "BF"),
    Case("MAIN DANS LA MAIN", "soutenir un orphelinat à Madagascar", "", TAKEN, "MG"),
    Case("LES CAHIERS DE L'ESPOIR", "envoyer du matériel scolaire au Bénin et au Togo", "", TAKEN, "BJ TG"),
    Case("SOURIRES DU MEKONG", "aide aux écoles du Cambodge et du Laos", "020020", TAKEN, "KH LA"),
    Case("SANTE SUD", "missions humanitaires de soignants", "020015", TAKEN),
    Case("ARTISANS DU PARTAGE", "contribuer au développement des pays du Sud", "", TAKEN),
    Case("CITOYENS D'ICI ET D'AILLEURS", "éducation à la solidarité internationale", "", TAKEN),
    Case("TERRE ET EAU", "coopération décentralisée avec une commune du Sénégal", "", TAKEN, "SN"),
    Case("LES CIGOGNES", "acheminer des médicaments vers l'Ukraine", "", TAKEN, "UA"),
    Case("NAMASTE", "aider les villages du Népal après le séisme", "", TAKEN, "NP"),
    Case("4L DE LA FRATERNITE", "raid humanitaire étudiant vers le Maroc", "", TAKEN, "MA"),
    Case("AFRIQUE EN MARCHE", "appuyer des coopératives de femmes", "", TAKEN),
    Case("PAIX ET PARTAGE", "oeuvrer pour le rapprochement entre les peuples", "003010", TAKEN),
    Case("ONDES DE VIE", "équiper un hôpital du Tchad", "", TAKEN, "TD"),
    # Rights and welcome
    Case("BIENVENUE ICI", "accueillir et accompagner les demandeurs d'asile", "019025", TAKEN),
    Case("COLLECTIF TOIT POUR TOUS", "hébergement de personnes exilées", "", TAKEN),
    Case("SOUTIEN AUX REFUGIES", "aide juridique", "003050", TAKEN),
    Case("FRANCAIS POUR TOUS", "cours de français pour les migrants", "", TAKEN),
    # Culture
    Case("FESTIVAL DES CULTURES LATINO-AMERICAINES", "concerts, débats, films", "", TAKEN),
    Case("RENCONTRES DU JAPON", "promouvoir la culture japonaise", "", TAKEN, "JP"),
    Case("MEMOIRE D'IRLANDE", "faire connaître la culture irlandaise", "", TAKEN, "IE"),
    Case("DANTE BELLERIVE", "promotion de la langue et de la culture italiennes", "", TAKEN, "IT"),
    Case("INSTITUT CULTUREL BULGARE", "expositions", "", TAKEN, "BG"),
    # France's own territories
    Case("AMICALE DES MARTINIQUAIS", "entraide", "014040", OFFERED),
    Case("ANTILLAIS DU VAL", "culture antillaise", "", LEFT),
    Case("LES MAHORAIS DE BELLERIVE", "entraide des familles de Mayotte", "", LEFT),
    Case("CLUB DES REUNIONNAIS", "maloya et cuisine", "", LEFT),
    # Practices, breeds, languages
    Case("TANGO ARGENTIN EN VAL", "cours et bals de tango", "006040", OFFERED),
    Case("BOXE THAILANDAISE BELLERIVE", "pratique de la boxe", "011145", OFFERED),
    Case("CLUB DU BERGER ALLEMAND", "dressage", "007045", OFFERED),
    Case("BOULEDOGUE FRANCAIS PASSION", "sauvetage de chiens", "024026", LEFT),
    Case("BOXE FRANCAISE SAVATE", "pratique de la savate", "011145", LEFT),
    Case("DANSES ORIENTALES", "cours de danse orientale", "006040", LEFT),
    Case("KARATE CLUB DU VAL", "karaté, aïkido", "011150", LEFT),
    Case("CUISINE ITALIENNE ET CONVIVIALITE", "ateliers de cuisine", "007060", OFFERED),
    Case("ENGLISH CORNER", "cours d'anglais pour adultes", "015087", LEFT),
    Case("CONVERSATION ANGLAISE", "pratiquer l'anglais", "006110", OFFERED),
    Case("LES AMOUREUX DE L'ESPAGNOL", "parler espagnol", "", OFFERED),
    Case("VOITURES AMERICAINES DU VAL", "rassemblement de collectionneurs", "007030", OFFERED),
    Case("FOOTBALL AMERICAIN LES OURS", "pratique du football américain", "011090", OFFERED),
    Case("JARDIN JAPONAIS", "entretien d'un jardin", "", OFFERED),
    Case("LES JARDINS DE GUINEE-BISSAU", "jardin", "", OFFERED),
    Case("QI GONG", "gymnastique chinoise et relaxation", "011105", LEFT),
    Case("CHORALE LES ALIZES", "chants français, anglais, russes et africains", "006030", LEFT),
    Case("SALSA CUBAINE", "cours de danse", "006040", OFFERED),
    Case("COUNTRY DANCERS", "danse country, musique américaine", "006040", LEFT),
    Case("LE COCHON D'INDE", "protection des cochons d'Inde", "024026", LEFT),
    Case("VIET VO DAO DU VAL", "pratique des arts martiaux", "011150", OFFERED),
    Case("ECHIQUIER DU VAL", "échecs, dames, jeu de go japonais", "007005", LEFT),
    Case("TEMPS LIBRE", "randonnée, voyages en Italie et en Espagne", "", LEFT),
    Case("CYCLO CLUB", "sorties cyclotouristes, traversée de la Belgique", "011180", LEFT),
    Case("FOOTBALL CLUB DU VAL", "participer à des tournois en Allemagne", "011075", LEFT),
    # Addresses, shop signs, names, homonyms
    Case("COMMERCANTS DE LA RUE DU MAROC", "animation du quartier", "022535", LEFT),
    Case("HABITANTS DE LA PLACE D'ITALIE", "défense du cadre de vie", "024045", LEFT),
    Case("LES AMIS DU CAFE DE TURIN", "soirées", "", LEFT),
    Case("RESIDENCE LE PORTUGAL", "défense des locataires", "", LEFT),
    Case("MEMOIRE DE ROBERT MAROC", "faire connaître l'oeuvre du peintre", "", LEFT),
    Case("ATELIER LALLEMAND", "peinture sur soie", "", LEFT),
    Case("FANFARE LANGLOIS", "musique de rue", "", LEFT),
    Case("LES AMIS DE MAURICE", "pétanque", "011035", LEFT),
    Case("CHEZ DOMINIQUE", "soirées jeux", "", LEFT),
    Case("COMITE DES FETES DE GRENADE", "organisation de bals", "009030", LEFT),
    Case("FOYER RURAL DE SAINT MARTIN", "animation du village", "009035", LEFT),
    Case("LE LABRADOR HEUREUX", "adoption de chiens", "024026", LEFT),
    Case("AMICALE LAIQUE", "réunions et sorties", "002010", LEFT),
    Case("RANDONNEURS DE LA SUISSE NORMANDE", "marche", "011115", LEFT),
    Case("CHORALE SALVADOR", "chant choral", "006030", LEFT),
    Case("AMICALE DES LOCATAIRES", "siège social 12 rue de Belgique", "", LEFT),
    Case("FRANCE ALZHEIMER DU VAL", "soutien aux familles", "", LEFT),
    Case("LE PETIT THEATRE", "théâtre français", "", LEFT),
    Case("INDE-PENDANCE", "soutien aux femmes", "", LEFT),
    Case("MALI-CIEUX", "théâtre de rue", "", LEFT),
    # Memory of wars and departures
    Case("ANCIENS COMBATTANTS D'ALGERIE TUNISIE MAROC", "entraide entre anciens combattants", "038105", OFFERED),
    Case("RAPATRIES D'ALGERIE", "mémoire des rapatriés", "003045", OFFERED),
    Case("SOUVENIR DES TIRAILLEURS SENEGALAIS", "entretenir la mémoire", "", OFFERED),
    # Weak words
    Case("LIONS CLUB INTERNATIONAL", "oeuvres locales", "", OFFERED),
    Case("TOURNOI DE BRIDGE", "compétitions nationales et internationales", "007005", LEFT),
    Case("SECOURS DU VAL", "distribution de colis alimentaires", "020010", LEFT),
    Case("PARTAGE", "aide aux plus démunis", "020000", LEFT),
    Case("PARTAGE ET VIE", "aide aux peuples les plus démunis", "020000", TAKEN),
    Case("CLUB PHOTO", "photographie", "006025", LEFT),
    Case("ASSOCIATION SPORTIVE DU COLLEGE", "sport scolaire", "011010", LEFT),
)  # fmt: skip
