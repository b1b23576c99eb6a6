#include "tests/generator/words.hpp"

namespace cablelint::generator::words {
namespace {

using Text = std::string_view;

constexpr Post kPostList[] = {
    {"QUELLMARK", "AMEMBASSY", "RUEHQK"},  {"VESTHAVN", "AMEMBASSY", "RUEHVH"},
    {"PORT LORNE", "AMEMBASSY", "RUEHPL"}, {"TALBRECHT", "AMCONSUL", "RUEHTB"},
    {"ISKANDRIA", "AMEMBASSY", "RUEHIK"},  {"MONTVERRE", "AMEMBASSY", "RUEHMV"},
    {"DUNWARD", "AMCONSUL", "RUEHDW"},     {"BRANNOCK", "AMEMBASSY", "RUEHBN"},
    {"LUMERIA", "AMEMBASSY", "RUEHLM"},    {"NEW ARDEN", "USMISSION", "RUEHNA"},
    {"SARNOVIA", "AMEMBASSY", "RUEHSV"},   {"KESTREL BAY", "AMCONSUL", "RUEHKB"},
    {"OSTERVALE", "AMEMBASSY", "RUEHOV"},  {"PELLUCIDA", "AMEMBASSY", "RUEHPC"},
    {"GRAUMARK", "USOFFICE", "RUEHGR"},    {"THORNWICK", "AMEMBASSY", "RUEHTW"},
};

constexpr Agency kAgencyList[] = {
    {"SECDEF WASHDC", "RUEKJCS"},
    {"JOINT STAFF WASHDC", "RHEHAAA"},
    {"NSC WASHDC", "RHEHNSC"},
    {"WHITE HOUSE NSC WASHDC", "RHEHNSC"},
    {"CIA WASHDC", "RUEAIIA"},
    {"DIA WASHDC", "RHEFDIA"},
    {"DEPT OF TREASURY WASHDC", "RUEATRS"},
    {"DEPT OF COMMERCE WASHDC", "RUCPDOC"},
    {"USMISSION GENEVA", "RUEHGV"},
    {"EUROPEAN POLITICAL COLLECTIVE", "RUEHZL"},
    {"ALL NATO POST COLLECTIVE", "RUEHXP"},
    {"EU MEMBER STATES COLLECTIVE", "RUCNMEM"},
};

constexpr Text kGivenNameList[] = {
    "Alberta", "Barnaby", "Cordelia", "Dashiell", "Eudora", "Fitzroy",  "Griselda", "Horatio",  "Imogen",
    "Jasper",  "Katarin", "Leopold",  "Mirabel",  "Nestor", "Ottoline", "Percival", "Rosalind", "Silas",
    "Tabitha", "Ulric",   "Viola",    "Wendell",  "Xenia",  "Yardley",  "Zebulon",
};
constexpr Text kSurnameList[] = {
    "Applewhite",   "Brambleton",   "Cattermole",   "Dunwoody",     "Everhart",
    "Featherstone", "Goldfinch",    "Hargrove",     "Inchbald",     "Jellicoe",
    "Kettlewell",   "Larkspur",     "Merriweather", "Nightingale",  "Oakeshott",
    "Pettigrew",    "Quillfeather", "Ravenscroft",  "Silverthorne", "Thistlewood",
    "Underhill",    "Vandermeer",   "Winterbourne", "Yellowlees",   "Zimmerling",
};
constexpr Text kInitialList[] = {"A.", "B.", "E.", "H.", "J.", "L.", "Q.", "R.", "T.", "W."};
constexpr Text kTitleList[] = {
    "Ambassador",
    "DCM",
    "A/DCM",
    "Charge d'Affaires",
    "Political Counselor",
    "Economic Counselor",
    "Consul General",
    "Deputy Chief of Mission",
    "Acting Political Counselor",
    "Political Officer",
    "Pol/Econ Counselor",
};

constexpr Text kOfficeList[] = {
    "EUR/NCE", "EUR/RPM", "NEA/ELA", "AF/W",    "WHA/CEN", "SCA/CEN", "EAP/MTS",
    "INR/GGI", "PM/RSAT", "EB/TPP",  "OES/PCI", "DRL/IRF", "IO/UNP",  "INL/PC",
};
constexpr Text kPassList[] = {
    "DEPT PASS TO USTR",
    "STATE PASS USAID",
    "TREASURY FOR OFFICE OF EUROPE",
    "NSC FOR EUROPEAN DIRECTORATE",
    "STATE PASS EXIM BANK",
    "COMMERCE FOR MARKET ACCESS STAFF",
};

constexpr Text kSubjectTagList[] = {
    "PREL", "PGOV", "PTER", "PHUM", "PARM", "PINR", "MARR", "MOPS", "MASS", "MCAP", "ECON", "ETRD",
    "EFIN", "EINV", "ENRG", "EAGR", "EAID", "EAIR", "ELAB", "SNAR", "SMIG", "SENV", "SOCI", "SCUL",
    "TBIO", "TSPL", "AMGT", "ASEC", "AORC", "CASC", "CVIS", "BEXP", "OEXC", "OPRC", "OTRA",
};
constexpr Text kGeoTagList[] = {"IZ", "IT", "RS", "CH", "GM", "SP", "KV", "YM", "IS",
                                "TU", "UP", "KS", "KN", "FR", "UK", "SR", "RO", "AL"};
constexpr Text kProgramTagList[] = {"KDEM", "KNNP", "KCRM", "KJUS", "KCOR", "KISL", "KPAL",
                                    "KPAO", "KTFN", "KWBG", "KSCA", "KPKO", "KIRF", "KWMN"};
constexpr Text kOrganizationTagList[] = {"NATO", "EUN", "UNSC", "UNGA", "IAEA", "OSCE", "OAS"};
constexpr Text kTermTagList[] = {"GLOBAL DEFENSE", "HUMAN RIGHTS"};

constexpr Text kCountryList[] = {"QUELLONIA", "VESTMARK",  "LORNIA",  "TALBRIA",  "ISKANDIA",   "MONTAVIA",
                                 "BRANNOVIA", "SARNOLAND", "OSTERIA", "PELLUCIA", "GRAUSTONIA", "THORNLAND"};
constexpr Text kSubjectList[] = {
    "FOREIGN MINISTER PREVIEWS ICE CREAM SUMMIT", "OPPOSITION CLAIMS FERRY TIMETABLE WAS RIGGED",
    "LIGHTHOUSE KEEPERS UNION SUSPENDS STRIKE",   "GOVERNMENT WAVERS OVER MOUNTAIN RAILWAY",
    "DEMARCHE ON FICTIONAL FISHERIES DELIVERED",  "PRIME MINISTER RESHUFFLES CABINET OF CURIOSITIES",
    "PARLIAMENT DEBATES SECOND CLOCK TOWER",      "BORDER COMMISSION LOSES THE BORDER",
    "CENTRAL BANK DEFENDS THE WOODEN COIN",       "ROYAL LIBRARY ASKS FOR RETURN OF OVERDUE TREATY",
    "NEW DEFENSE WHITE PAPER IS MOSTLY BLUE",     "AIRSHIP TALKS DRIFT TOWARD THE COAST",
};
constexpr Text kSubjectTailList[] = {
    "AND SEEKS VIEWS BEFORE THE AUTUMN SESSION",
    "WHILE NEIGHBORS CALL FOR CALM AND MORE TEA",
    "AHEAD OF THE VISIT BY THE SPECIAL ENVOY FOR PUPPETRY",
    "BUT KEEPS EVERY OPTION ON THE VERY LARGE TABLE",
    "AS COALITION PARTNERS COUNT THEIR UMBRELLAS",
};
constexpr Text kHeadingList[] = {
    "The Harbor Question",  "A Careful Welcome",     "Next Steps on the Railway",
    "Who Moved the Border", "Mixed Signals at Home", "The View from the Hill",
    "Money Matters",        "Weather and Politics",  "Friends and Neighbors",
    "Ferries First",
};

constexpr Text kSentenceList[] = {
    "{p} told us on {d} that the {m} will not change its position on {y}.",
    "According to {p}, the government of {c} hopes to settle {y} before the winter session.",
    "Poloff raised {y} with {p}, who promised an answer within {n} days.",
    "The {m} has asked for {n} additional staff and a larger kettle to deal with {y}.",
    "Contacts in {t} report that the local council supports the plan for {y} by a wide margin.",
    "{p} said the delegation from {c} had arrived late and left early, which delayed {y}.",
    "A senior official of the {m} described the proposal on {y} as generous, though hard to carry out.",
    "Newspapers in {t} gave {y} little space and preferred the story of the missing clock.",
    "The Ambassador thanked {p} for the cooperation of {c} and asked for continued patience.",
    "{p} noted that {n} of the members present had voted for the measure without reading it.",
    "Emboffs visited {t} on {d} and found the streets calm and the bakeries open.",
    "The opposition leader, {p}, has called for an inquiry into {y} and into the price of lamp oil.",
    "Our interlocutor cautioned that progress on {y} depends on the mood in {t}.",
    "In his view, the agreement with {c} was useful, but nobody could find the signed copy.",
    "{p} urged the United States to support the candidacy of {c} for the committee on {y}.",
    "The budget for {y} rose by {n} percent, most of it for boots.",
    "Asked about {y}, {p} smiled and pointed at the map on the wall.",
    "The {m} confirmed that the exercise near {t} would end on {d} as planned.",
    "Police in {t} detained {n} persons after a quarrel about {y} and released them the same evening.",
    "{p} expects the coalition to hold, provided that {c} keeps its promise on {y}.",
};
constexpr Text kCommentSentenceList[] = {
    "We believe {p} was sincere, but the {m} has its own ideas about {y}.",
    "Post will continue to press the government of {c} for clarity on {y}.",
    "The optimism of {p} is not shared by others at the {m}.",
    "We see little chance of movement on {y} before the vote in {t}.",
};
constexpr Text kTownList[] = {"Old Harrow",      "Lower Finch", "Marrowgate",
                              "Stillwater Quay", "Upper Tansy", "Windlass"};
constexpr Text kMinistryList[] = {"Ministry of Foreign Affairs", "Ministry of Tides",
                                  "Ministry of Public Lanterns", "Defense Ministry",
                                  "Ministry of Bridges",         "Office of the Prime Minister"};
constexpr Text kTopicList[] = {"the mountain railway", "harbor dues",       "the lighthouse treaty",
                               "airship overflight",   "the herring quota", "customs on marbles",
                               "the joint orchestra",  "border markers"};
constexpr Text kMonthList[] = {"January", "February", "March",     "April",   "May",      "June",
                               "July",    "August",   "September", "October", "November", "December"};

}  // namespace

const std::span<const Post> kPosts = kPostList;
const std::span<const Agency> kAgencies = kAgencyList;
const std::span<const Text> kGivenNames = kGivenNameList, kSurnames = kSurnameList, kInitials = kInitialList,
                            kTitles = kTitleList;
const std::span<const Text> kOffices = kOfficeList, kPasses = kPassList;
const std::span<const Text> kSubjectTags = kSubjectTagList, kGeoTags = kGeoTagList,
                            kProgramTags = kProgramTagList, kOrganizationTags = kOrganizationTagList,
                            kTermTags = kTermTagList;
const std::span<const Text> kCountries = kCountryList, kSubjects = kSubjectList,
                            kSubjectTails = kSubjectTailList;
const std::span<const Text> kHeadings = kHeadingList;
const std::span<const Text> kSentences = kSentenceList, kCommentSentences = kCommentSentenceList;
const std::span<const Text> kTowns = kTownList, kMinistries = kMinistryList, kTopics = kTopicList;
const std::span<const Text> kMonths = kMonthList;

}  // namespace cablelint::generator::words
