#include "tests/core/history_generator/third_words.hpp"

namespace kontingent::tests {

namespace {

using Languages = std::array<std::string_view, table_languages>;

// Words are divided by "|". Languages: de en fr pl es it nl.
constexpr std::array<Languages, third_words> lists{{
    // date
    {"Datum|Tag|Buchungstag|Leistungsdatum|Kalendertag|Buchungsdatum",
     "Date|Day|Work date|Entry date|Date worked|Shift date|Date (Spent)",
     "Date|Jour|Date de saisie|Date d'intervention|Date de prestation",
     "Data|Dzień|Data pracy|Data wpisu|Data wykonania",
     "Fecha|Día|Fecha de trabajo|Fecha del registro", "Data|Giorno|Data attività|Data lavoro",
     "Datum|Dag|Werkdatum|Boekingsdatum"},
    // start_date
    {"Startdatum|Datum von|Beginndatum", "Start date|Date started|From date",
     "Date de début|Date début", "Data rozpoczęcia|Data od", "Fecha de inicio|Fecha inicio",
     "Data inizio|Data di inizio", "Startdatum|Begindatum"},
    // end_date
    {"Enddatum|Datum bis|Enddatum", "End date|Date ended|To date", "Date de fin|Date fin",
     "Data zakończenia|Data do", "Fecha de fin|Fecha fin", "Data fine|Data di fine",
     "Einddatum|Einddatum"},
    // begin
    {"Beginn|Von|Kommen|Startzeit|Anfang|Arbeitsbeginn|Uhrzeit von|Kommt|Start",
     "Start|From|Start time|Clock in|Time in|In|Punch in|Started|Clock-in time",
     "Début|De|Heure de début|Heure d'arrivée|Arrivée|Entrée|Prise de poste",
     "Początek|Od|Wejście|Godzina rozpoczęcia|Rozpoczęcie|Start",
     "Inicio|Desde|Entrada|Hora de inicio|Hora de entrada|Comienzo",
     "Inizio|Dalle|Entrata|Ora inizio|Ora di entrata|Dalle ore",
     "Begin|Van|Starttijd|Begintijd|Ingeklokt|Inkloktijd"},
    // end
    {"Ende|Bis|Gehen|Endzeit|Ende|Arbeitsende|Uhrzeit bis|Geht|Stopp",
     "End|To|End time|Clock out|Time out|Out|Punch out|Finished|Clock-out time",
     "Fin|À|Heure de fin|Heure de départ|Départ|Sortie|Fin de poste",
     "Koniec|Do|Wyjście|Godzina zakończenia|Zakończenie|Stop",
     "Fin|Hasta|Salida|Hora de fin|Hora de salida|Término",
     "Fine|Alle|Uscita|Ora fine|Ora di uscita|Alle ore",
     "Einde|Tot|Eindtijd|Eindtijd|Uitgeklokt|Uitkloktijd"},
    // pause
    {"Pause|Pausen|Pausenzeit|Pausendauer|Unterbrechung|Mittagspause",
     "Break|Breaks|Break time|Lunch|Unpaid break|Meal break|Break duration",
     "Pause|Pauses|Temps de pause|Pause déjeuner|Durée pause",
     "Przerwa|Przerwy|Czas przerwy|Przerwa obiadowa",
     "Descanso|Pausa|Tiempo de descanso|Pausa comida", "Pausa|Pause|Pausa pranzo|Durata pausa",
     "Pauze|Pauzes|Pauzetijd|Lunchpauze"},
    // pause_begin
    {"Pause von|Pausenbeginn|Pause Beginn", "Break start|Lunch out|Break from",
     "Début pause|Pause de", "Początek przerwy|Przerwa od", "Inicio descanso|Pausa desde",
     "Inizio pausa|Pausa dalle", "Begin pauze|Pauze van"},
    // pause_end
    {"Pause bis|Pausenende|Pause Ende", "Break end|Lunch in|Break to", "Fin pause|Pause à",
     "Koniec przerwy|Przerwa do", "Fin descanso|Pausa hasta", "Fine pausa|Pausa alle",
     "Einde pauze|Pauze tot"},
    // duration
    {"Dauer|Arbeitszeit|Zeitaufwand|Netto-Arbeitszeit|Arbeitsdauer|Erfasste Zeit|Ist-Zeit",
     "Duration|Time spent|Worked time|Net time|Logged time|Tracked time|Time worked|Work time",
     "Durée|Temps passé|Temps de travail|Temps travaillé|Durée nette|Temps effectif",
     "Czas pracy|Czas trwania|Przepracowany czas|Czas netto|Spędzony czas",
     "Duración|Tiempo trabajado|Tiempo dedicado|Tiempo neto|Tiempo registrado",
     "Durata|Tempo lavorato|Tempo impiegato|Tempo netto|Tempo registrato",
     "Duur|Werktijd|Bestede tijd|Gewerkte tijd|Tijdsduur|Geregistreerde tijd"},
    // hours
    {"Stunden|Arbeitsstunden|Geleistete Stunden|Ist-Stunden|Std.|Nettostunden|Iststunden|Anzahl "
     "Stunden",
     "Hours|Hours worked|Worked hours|Actual hours|Logged hours|Net hours|Hrs|Hours spent|Tracked "
     "hours",
     "Heures|Heures travaillées|Heures effectuées|Heures réalisées|Nombre d'heures|Heures réelles",
     "Godziny|Godziny pracy|Przepracowane godziny|Liczba godzin|Ilość godzin",
     "Horas|Horas trabajadas|Horas realizadas|Horas reales|Número de horas",
     "Ore|Ore lavorate|Ore effettive|Ore svolte|Numero ore",
     "Uren|Gewerkte uren|Aantal uren|Bestede uren|Werkelijke uren"},
    // minutes
    {"Minuten|Arbeitsminuten|Geleistete Minuten|Dauer in Minuten|Dauer (Min.)|Arbeitszeit [min]",
     "Minutes|Minutes worked|Worked minutes|Duration (minutes)|Time spent (min)|Mins",
     "Minutes|Minutes travaillées|Durée en minutes|Durée (min)",
     "Minuty|Przepracowane minuty|Czas pracy (min)|Czas w minutach",
     "Minutos|Minutos trabajados|Duración (min)|Duración en minutos",
     "Minuti|Minuti lavorati|Durata (min)|Durata in minuti",
     "Minuten|Gewerkte minuten|Duur (min)|Duur in minuten"},
    // vague
    {"Zeit|Menge|Wert|Ist|Netto|Einheiten|Summe|Gesamt", "Time|Quantity|Value|Units|Total|Qty|Net",
     "Temps|Quantité|Valeur|Unités|Total", "Czas|Ilość|Wartość|Jednostki|Suma",
     "Tiempo|Cantidad|Valor|Unidades|Total", "Tempo|Quantità|Valore|Unità|Totale",
     "Tijd|Aantal|Waarde|Eenheden|Totaal"},
    // target
    {"Soll|Soll-Stunden|Sollzeit|Sollarbeitszeit|Tagessoll|Planstunden",
     "Target|Target hours|Planned hours|Scheduled hours|Expected hours|Contract hours",
     "Heures prévues|Temps théorique|Heures théoriques|Horaire théorique",
     "Norma|Godziny planowe|Wymiar czasu pracy|Plan godzin",
     "Horas previstas|Horas teóricas|Jornada teórica|Horas objetivo",
     "Ore previste|Ore teoriche|Orario teorico|Ore contrattuali",
     "Contracturen|Geplande uren|Normuren|Roosteruren"},
    // balance
    {"Saldo|Differenz|Zeitsaldo|Gleitzeitsaldo|+/-|Über-/Minusstunden",
     "Balance|Difference|Over/Under|Flex balance|Variance", "Solde|Écart|Différence|Écart heures",
     "Saldo|Różnica|Bilans|Saldo godzin", "Saldo|Diferencia|Saldo horario",
     "Saldo|Differenza|Saldo ore|Scostamento", "Saldo|Verschil|Plus/min|Urensaldo"},
    // overtime
    {"Überstunden|Mehrarbeit", "Overtime|OT hours|Overtime hours",
     "Heures sup.|Heures supplémentaires", "Nadgodziny", "Horas extra|Horas extraordinarias",
     "Straordinario|Ore straordinarie", "Overuren|Overwerk"},
    // running_sum
    {"Kumuliert|Stunden kumuliert|Fortlaufende Summe|Summe laufend",
     "Cumulative|Running total|Cumulative hours|Total to date", "Cumul|Cumul heures|Total cumulé",
     "Narastająco|Suma narastająca", "Acumulado|Horas acumuladas|Total acumulado",
     "Progressivo|Cumulato|Totale progressivo", "Cumulatief|Lopend totaal|Cumulatieve uren"},
    // billable_hours
    {"Abrechenbare Stunden|Fakturierbare Stunden|Verrechnete Stunden",
     "Billable hours|Billed hours|Hours rounded", "Heures facturables|Heures facturées",
     "Godziny rozliczane|Godziny do fakturowania", "Horas facturables|Horas facturadas",
     "Ore fatturabili|Ore fatturate", "Factureerbare uren|Gefactureerde uren"},
    // regular_hours
    {"Normalstunden|Reguläre Stunden", "Regular hours|Standard hours", "Heures normales",
     "Godziny normalne", "Horas ordinarias|Horas normales", "Ore ordinarie", "Normale uren"},
    // money
    {"Betrag|Umsatz|Honorar|Betrag (EUR)|Kosten|Lohn",
     "Amount|Billable amount|Revenue|Cost|Amount (USD)", "Montant|Montant HT|Coût",
     "Kwota|Kwota netto|Koszt", "Importe|Coste|Importe (€)", "Importo|Costo|Importo netto",
     "Bedrag|Omzet|Kosten"},
    // rate
    {"Stundensatz|Satz|Stundenlohn", "Hourly rate|Rate|Billable rate", "Taux horaire|Tarif",
     "Stawka|Stawka godzinowa", "Tarifa|Precio hora", "Tariffa|Tariffa oraria", "Uurtarief|Tarief"},
    // yes_no
    {"Abrechenbar|Abgerechnet|Genehmigt", "Billable?|Invoiced?|Approved?|Billable",
     "Facturable|Facturé", "Rozliczane|Zatwierdzone", "Facturable|Aprobado",
     "Fatturabile|Approvato", "Factureerbaar|Goedgekeurd"},
    // client
    {"Kunde|Auftraggeber|Firma", "Client|Customer|Account", "Client|Société", "Klient|Firma",
     "Cliente|Empresa", "Cliente|Azienda", "Klant|Bedrijf"},
    // project
    {"Projekt|Kostenstelle|Auftrag", "Project|Job|Cost center", "Projet|Affaire|Chantier",
     "Projekt|Zlecenie", "Proyecto|Obra", "Progetto|Commessa", "Project|Opdracht"},
    // task
    {"Leistung|Tätigkeit|Aufgabe|Aktivität", "Task|Activity|Service|Work package",
     "Tâche|Activité|Prestation", "Zadanie|Czynność|Aktywność", "Tarea|Actividad",
     "Attività|Mansione", "Taak|Activiteit|Werkzaamheden"},
    // person
    {"Mitarbeiter|Benutzer|Name|Personalnummer", "User|Employee|Member|Full name|Team member",
     "Salarié|Utilisateur|Collaborateur|Nom", "Pracownik|Użytkownik|Imię i nazwisko",
     "Empleado|Usuario|Trabajador", "Dipendente|Utente|Nominativo", "Medewerker|Gebruiker|Naam"},
    // note
    {"Bemerkung|Beschreibung|Kommentar|Notiz", "Notes|Description|Comment|Memo",
     "Commentaire|Description|Remarque", "Opis|Komentarz|Uwagi", "Descripción|Comentario|Notas",
     "Descrizione|Note|Commento", "Omschrijving|Opmerking|Notitie"},
    // ticket
    {"Ticket|Ticketnummer|Vorgang", "Issue|Issue key|Ticket", "Ticket|Demande", "Zgłoszenie|Ticket",
     "Incidencia|Ticket", "Segnalazione|Ticket", "Ticket|Melding"},
    // week
    {"KW|Woche|Kalenderwoche", "Week|Week number|Wk", "Semaine|Sem.", "Tydzień", "Semana",
     "Settimana", "Week|Weeknummer"},
    // weekday
    {"Wochentag|WT", "Weekday|Day of week", "Jour de la semaine", "Dzień tygodnia",
     "Día de la semana", "Giorno della settimana", "Weekdag"},
    // number
    {"Nr.|Lfd. Nr.|ID", "ID|No.|Entry ID|#", "N°|ID|Matricule", "Lp.|Nr|ID", "Nº|ID",
     "N.|ID|Matricola", "Nr.|ID"},
    // distance
    {"Kilometer|km", "Mileage|km", "Kilomètres|km", "Kilometry|km", "Kilómetros|km",
     "Chilometri|km", "Kilometers|km"},
    // created
    {"Erstellt am|Angelegt am|Geändert am", "Created|Created at|Last modified|Exported on",
     "Créé le|Modifié le", "Utworzono|Data utworzenia", "Creado|Modificado el",
     "Creato il|Modificato il", "Aangemaakt op|Gewijzigd op"},
    // total
    {"Summe|Gesamt|Gesamtsumme|Summe:|Gesamtstunden|Total|Insgesamt",
     "Total|Grand total|Totals|Total:|Sum|Total hours", "Total|Total général|Totaux|Total :",
     "Razem|Suma|Ogółem|Łącznie", "Total|Suma|Total general|Total horas",
     "Totale|Totale generale|Somma|Totale ore", "Totaal|Eindtotaal|Totaal uren|Som"},
    // subtotal
    {"Zwischensumme|Wochensumme|Monatssumme|Summe KW", "Subtotal|Weekly total|Sub-total|Week total",
     "Sous-total|Total semaine|Total mois", "Suma częściowa|Suma tygodnia|Razem tydzień",
     "Subtotal|Total semana|Total mes", "Subtotale|Totale settimana|Totale mese",
     "Subtotaal|Weektotaal|Maandtotaal"},
    // absence
    {"Urlaub|Krank|Feiertag|frei|Wochenende", "Vacation|Sick|Public holiday|Off|PTO",
     "Congés|Maladie|Férié|Repos|RTT", "Urlop|Chorobowe|Święto|Wolne",
     "Vacaciones|Baja|Festivo|Libre", "Ferie|Malattia|Festivo|Riposo",
     "Vakantie|Ziek|Feestdag|Vrij"},
}};

using Months = std::array<std::string_view, 12>;
using Weekdays = std::array<std::string_view, 7>;

constexpr std::array<Months, table_languages> months{{
    {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
     "November", "Dezember"},
    {"January", "February", "March", "April", "May", "June", "July", "August", "September",
     "October", "November", "December"},
    {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
     "octobre", "novembre", "décembre"},
    {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
     "października", "listopada", "grudnia"},
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
     "octubre", "noviembre", "diciembre"},
    {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
     "ottobre", "novembre", "dicembre"},
    {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
     "oktober", "november", "december"},
}};
constexpr std::array<Months, table_languages> short_months{{
    {"Jan.", "Feb.", "Mrz.", "Apr.", "Mai", "Jun.", "Jul.", "Aug.", "Sept.", "Okt.", "Nov.",
     "Dez."},
    {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
    {"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
     "déc."},
    {"sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"},
    {"ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"},
    {"gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"},
    {"jan.", "feb.", "mrt.", "apr.", "mei", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."},
}};
constexpr std::array<Weekdays, table_languages> weekdays{{
    {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"},
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
    {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
    {"poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"},
    {"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"},
    {"lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"},
    {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"},
}};
constexpr std::array<Weekdays, table_languages> short_weekdays{{
    {"Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"},
    {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
    {"lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."},
    {"pon.", "wt.", "śr.", "czw.", "pt.", "sob.", "niedz."},
    {"lun", "mar", "mié", "jue", "vie", "sáb", "dom"},
    {"lun", "mar", "mer", "gio", "ven", "sab", "dom"},
    {"ma", "di", "wo", "do", "vr", "za", "zo"},
}};

} // namespace

std::vector<std::string_view> third_words_of(ThirdWord word, std::size_t language) {
    std::string_view rest = lists[static_cast<std::size_t>(word)][language];
    std::vector<std::string_view> words;
    while (true) {
        std::size_t const end = rest.find('|');
        words.push_back(rest.substr(0, end));
        if (end == std::string_view::npos) {
            return words;
        }
        rest.remove_prefix(end + 1);
    }
}

std::array<std::string_view, 12> const& third_months(std::size_t language) {
    return months[language];
}

std::array<std::string_view, 12> const& third_short_months(std::size_t language) {
    return short_months[language];
}

std::array<std::string_view, 7> const& third_weekdays(std::size_t language) {
    return weekdays[language];
}

std::array<std::string_view, 7> const& third_short_weekdays(std::size_t language) {
    return short_weekdays[language];
}

} // namespace kontingent::tests
