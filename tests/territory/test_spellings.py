"""The spellings that files and people use for the countries of the world."""

import pytest

from diagnostic.territory.countries import Countries

SPELLINGS = (
    ("Congo", "CG"), ("Congo (Rép.  Dém., ex-Zaïre)", "CD"), ("Maurice (île)", "MU"), ("Guinée (Rép. de)", "GN"),
    ("Chine (Rép.  Pop)", "CN"), ("Viêt-Nam", "VN"), ("États-Unis d'Amérique", "US"), ("Sri Lanka", "LK"),
    ("Côte d'Ivoire", "CI"), ("Cote d Ivoire", "CI"), ("CÔTE D’IVOIRE", "CI"), ("Rép. de Côte d'Ivoire", "CI"),
    ("RD Congo", "CD"), ("R.D.C.", "CD"), ("RDC", "CD"), ("Congo-Kinshasa", "CD"), ("Congo Kinshasa", "CD"),
    ("Congo (Kinshasa)", "CD"), ("Congo-Brazzaville", "CG"), ("Congo Brazzaville", "CG"),
    ("République du Congo", "CG"), ("Grande-Bretagne", "GB"), ("Gde-Bretagne", "GB"), ("Royaume Uni", "GB"),
    ("Royaume-Uni de Grande-Bretagne et d'Irlande du Nord", "GB"), ("United Kingdom", "GB"), ("Viêt Nam", "VN"),
    ("Vietnam", "VN"), ("Macédoine du Nord", "MK"), ("Ex-République yougoslave de Macédoine", "MK"),
    ("Cap Vert", "CV"), ("Cabo Verde", "CV"), ("Birmanie", "MM"), ("Myanmar", "MM"), ("Burkina", "BF"),
    ("Burkina-Faso", "BF"), ("Haute-Volta", "BF"), ("Swaziland", "SZ"), ("Eswatini", "SZ"), ("Moldavie", "MD"),
    ("Moldova", "MD"), ("Biélorussie", "BY"), ("Belarus", "BY"), ("Russie", "RU"), ("RDA", "DE"),
    ("République démocratique allemande", "DE"), ("RFA", "DE"), ("Corée du Sud", "KR"), ("Corée (Rép. de)", "KR"),
    ("Corée du Nord", "KP"), ("Iran (Rép. islamique d')", "IR"), ("Syrie", "SY"),
    ("Syrienne (République arabe)", "SY"), ("Laos", "LA"), ("Lao (Rép. dém. pop.)", "LA"), ("Taiwan", "TW"),
    ("Taïwan", "TW"), ("Hong-Kong", "HK"), ("Chine, Hong-Kong", "HK"), ("Macao", "MO"), ("Chypre", "CY"),
    ("Tchéquie", "CZ"), ("Rép. tchèque", "CZ"), ("République Tchèque", "CZ"), ("Slovaquie", "SK"),
    ("Pays Bas", "NL"), ("Hollande", "NL"), ("Territoires palestiniens", "PS"), ("Palestine", "PS"),
    ("Palestiniens (Territoires)", "PS"), ("Israël", "IL"), ("Etats Unis", "US"), ("États-Unis", "US"),
    ("USA", "US"), ("U.S.A.", "US"), ("Etats-Unis (USA)", "US"), ("Tanzanie", "TZ"),
    ("Tanzanie (République unie de)", "TZ"), ("Centrafrique", "CF"), ("Centrafricaine (République)", "CF"),
    ("République centrafricaine", "CF"), ("Dominicaine (République)", "DO"), ("Rép. Dominicaine", "DO"),
    ("Guinée", "GN"), ("Guinée Conakry", "GN"), ("Guinée équatoriale", "GQ"), ("Guinée-Bissau", "GW"),
    ("Guinée Bissau", "GW"), ("Papouasie-Nouvelle-Guinée", "PG"), ("Sao Tomé-et-Principe", "ST"),
    ("São Tomé et Principe", "ST"), ("Saint-Vincent-et-les-Grenadines", "VC"), ("Sainte-Lucie", "LC"),
    ("Trinité-et-Tobago", "TT"), ("Trinidad et Tobago", "TT"), ("Bosnie", "BA"), ("Bosnie et Herzégovine", "BA"),
    ("Émirats Arabes Unis", "AE"), ("Arabie saoudite", "SA"), ("Arabie Séoudite", "SA"), ("Afrique du Sud", "ZA"),
    ("Sud-Africaine (République)", "ZA"), ("Soudan du Sud", "SS"), ("Sud-Soudan", "SS"), ("Vatican", "VA"),
    ("Saint-Siège", "VA"), ("Kirghizistan", "KG"), ("Kazakhstan", "KZ"), ("Ouzbékistan", "UZ"),
    ("Turkménistan", "TM"), ("Azerbaïdjan", "AZ"), ("Azerbaidjan", "AZ"), ("Kosovo", "XK"), ("Monténégro", "ME"),
    ("Maurice", "MU"), ("Ile Maurice", "MU"), ("Comores", "KM"), ("Comores (Union des)", "KM"),
    ("Timor oriental", "TL"), ("Timor Leste", "TL"), ("Venezuela", "VE"), ("Vénézuela", "VE"), ("Bolivie", "BO"),
    ("Zaïre", "CD"), ("Dahomey", "BJ"), ("Rhodésie", "ZW"), ("Ceylan", "LK"), ("Gambie", "GM"),
    ("The Gambia", "GM"), ("Bahamas", "BS"), ("Libye", "LY"), ("Lybie", "LY"),
    ("Jamahiriya arabe libyenne", "LY"), ("Brunei", "BN"), ("Micronésie", "FM"), ("Iles Marshall", "MH"),
    ("Iles Salomon", "SB"), ("Iles Cook", "CK"), ("Philippines", "PH"), ("Népal", "NP"), ("Bhoutan", "BT"),
    ("Cambodge", "KH"), ("Kampuchea", "KH"), ("Thailande", "TH"), ("Thaïlande", "TH"), ("Malaisie", "MY"),
    ("Indonésie", "ID"), ("Bangladesh", "BD"), ("Bengladesh", "BD"), ("Pakistan", "PK"), ("Germany", "DE"),
    ("Ivory Coast", "CI"), ("Czechia", "CZ"), ("South Korea", "KR"), ("Republic of Korea", "KR"),
    ("Korea, Republic of", "KR"), ("Iran, Islamic Republic of", "IR"), ("Tanzania, United Republic of", "TZ"),
    ("Congo, Democratic Republic of the", "CD"), ("Viet Nam", "VN"), ("Lao PDR", "LA"),
    ("Russian Federation", "RU"), ("Syrian Arab Republic", "SY"), ("Türkiye", "TR"), ("Madagascar", "MG"),
    ("Malgache (République)", "MG"), ("99326", "CI"), ("99312", "CD"), ("99324", "CG"), ("99217", "JP"),
    ("99132", "GB"), ("ci", "CI"), ("CIV", "CI"), ("COD", "CD"), ("gb", "GB"), ("UK", "GB"), ("Algerie", "DZ"),
    ("Sénegal", "SN"), ("Senegal", "SN"), ("Morocco", "MA"), ("Tunisia", "TN"), ("Haïti", "HT"),
    ("Suriname", "SR"), ("Surinam", "SR"), ("Georgie", "GE"), ("Géorgie", "GE"), ("Arménie", "AM"),
    ("Ukraine", "UA"), ("Erythrée", "ER"), ("Éthiopie", "ET"), ("Somalie", "SO"), ("Djibouti", "DJ"),
    ("Irak", "IQ"), ("Iraq", "IQ"), ("Koweit", "KW"), ("Koweït", "KW"), ("Bahreïn", "BH"), ("Bahrein", "BH"),
    ("Qatar", "QA"), ("Oman", "OM"), ("Yemen", "YE"), ("Guatémala", "GT"), ("Guatemala", "GT"),
    ("Salvador", "SV"), ("El Salvador", "SV"), ("Costa-Rica", "CR"), ("Costa Rica", "CR"), ("Lettonie", "LV"),
    ("Lithuanie", "LT"), ("Lituanie", "LT"), ("Grece", "GR"), ("Roumanie", "RO"), ("Zimbabwé", "ZW"),
    ("Zambie", "ZM"), ("Namibie", "NA"), ("Sierra-Leone", "SL"), ("Sierra Leone", "SL"), ("Libéria", "LR"),
    ("Nigéria", "NG"), ("Nigeria", "NG"), ("Niger", "NE"), ("Tchad", "TD"), ("Togo", "TG"),
    ("Sierra Léone", "SL"), ("Kenya", "KE"), ("Ouganda", "UG"), ("Rwanda", "RW"), ("Ruanda", "RW"),
    ("Burundi", "BI"), ("Mozambique", "MZ"), ("Angola", "AO"), ("Malawi", "MW"), ("Lesotho", "LS"),
    ("Botswana", "BW"), ("Gabon", "GA"), ("Cameroun", "CM"), ("Mauritanie", "MR"), ("Seychelles", "SC"),
    ("Maldives", "MV"), ("Singapour", "SG"), ("Nouvelle Zélande", "NZ"), ("Australie", "AU"), ("Fidji", "FJ"),
    ("Îles Fidji", "FJ"), ("Samoa", "WS"), ("Tonga", "TO"), ("Vanuatu", "VU"),
)  # fmt: skip
"""As INSEE's tables, registers, other languages and memory write them, with the code of the country."""


@pytest.mark.parametrize(("written", "code"), SPELLINGS)
def test_a_spelling_finds_its_country(countries: Countries, written: str, code: str) -> None:
    country = countries.recognise(written)
    assert country is not None
    assert country.code == code


@pytest.mark.parametrize(
    "written",
    ["URSS", "U.R.S.S.", "Yougoslavie", "Ex-Yougoslavie", "Tchécoslovaquie", "Serbie et Monténégro", "Corée", "Hayti"],
)
def test_a_state_of_several_heirs_is_asked(countries: Countries, written: str) -> None:
    assert countries.recognise(written) is None
