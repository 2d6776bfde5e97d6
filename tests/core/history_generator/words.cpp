#include "tests/core/history_generator/words.hpp"

namespace kontingent::tests {

namespace {

using Headings = std::array<Variants, kinds_of_columns>;

constexpr std::array<Headings, table_languages> headings{
    Headings{
        Variants{"Datum", "Tag", "Buchungsdatum", "Leistungsdatum"},
        Variants{"Beginn", "Von", "Kommen", "Startzeit"},
        Variants{"Ende", "Bis", "Gehen", "Endzeit"},
        Variants{"Pause", "Pausen", "Pausenzeit", "Unterbrechung"},
        Variants{"Dauer", "Arbeitszeit", "Aufwand", "Ist-Stunden"},
        Variants{"Soll", "Sollzeit", "Soll-Arbeitszeit", "Sollstunden"},
        Variants{"Saldo", "Tagessaldo", "Differenz", "Überstunden"},
        Variants{"SummeTag", "SummeWoche", "Kumuliert", "Laufende Summe"},
        Variants{"Betrag", "Umsatz", "Kosten", "Summe EUR"},
        Variants{"Stundensatz", "Satz", "Preis", "Verrechnungssatz"},
        Variants{"Ticket", "Nr.", "Vorgang", "ID"},
        Variants{"Beschreibung", "Bemerkung", "Notiz", "Tätigkeit"},
        Variants{"Projekt", "Kunde", "Kostenstelle", "Auftrag"},
        Variants{"Mitarbeiter", "Benutzer", "Person", "Name"},
        Variants{"Erfasst am", "Erstellt", "Angelegt am", "Letzte Änderung"},
        Variants{"Geschätzt", "Plan-Stunden", "Budget", "Restaufwand"},
        Variants{"Enddatum", "Bis Datum", "Datum Ende", "Gehen Datum"},
    },
    Headings{
        Variants{"Date", "Day", "Work date", "spent_on"},
        Variants{"Start", "From", "Start Time", "Clock In"},
        Variants{"End", "To", "End Time", "Clock Out"},
        Variants{"Break", "Breaks", "Break Time", "Lunch break"},
        Variants{"Duration", "Time Spent", "Hours Worked", "Logged Time"},
        Variants{"Target", "Scheduled Hours", "Expected", "Target Time"},
        Variants{"Balance", "Difference", "Overtime", "Over/Under"},
        Variants{"Running Total", "Cumulative", "Week Total", "Total so far"},
        Variants{"Amount", "Cost", "Billable Amount", "Total USD"},
        Variants{"Hourly Rate", "Rate", "Price", "Billable Rate"},
        Variants{"Ticket", "Issue", "No.", "ID"},
        Variants{"Description", "Notes", "Comment", "Task"},
        Variants{"Project", "Client", "Customer", "Workspace"},
        Variants{"User", "Employee", "Member", "Person"},
        Variants{"Created", "Created at", "Last Modified", "Updated"},
        Variants{"Estimate", "Original Estimate", "Remaining", "Planned Hours"},
        Variants{"End Date", "Date to", "Finish Date", "Clock Out Date"},
    },
    Headings{
        Variants{"Date", "Jour", "Date de travail", "Date de saisie"},
        Variants{"Début", "De", "Heure de début", "Arrivée"},
        Variants{"Fin", "À", "Heure de fin", "Départ"},
        Variants{"Pause", "Pauses", "Temps de pause", "Interruption"},
        Variants{"Durée", "Temps passé", "Temps de travail", "Heures travaillées"},
        Variants{"Objectif", "Heures prévues", "Temps théorique", "Théorique"},
        Variants{"Solde", "Écart", "Différence", "Heures supplémentaires"},
        Variants{"Cumul", "Total cumulé", "Cumul semaine", "Total courant"},
        Variants{"Montant", "Coût", "Montant HT", "Prix total"},
        Variants{"Taux horaire", "Tarif", "Taux", "Prix unitaire"},
        Variants{"Ticket", "N°", "Demande", "ID"},
        Variants{"Description", "Remarque", "Commentaire", "Tâche"},
        Variants{"Projet", "Client", "Dossier", "Mission"},
        Variants{"Utilisateur", "Salarié", "Collaborateur", "Nom"},
        Variants{"Créé le", "Modifié le", "Date de création", "Mis à jour"},
        Variants{"Estimation", "Temps estimé", "Reste à faire", "Budget"},
        Variants{"Date de fin", "Date fin", "Fin (date)", "Jour de fin"},
    },
    Headings{
        Variants{"Data", "Dzień", "Data pracy", "Data wpisu"},
        Variants{"Początek", "Od", "Godzina rozpoczęcia", "Wejście"},
        Variants{"Koniec", "Do", "Godzina zakończenia", "Wyjście"},
        Variants{"Przerwa", "Przerwy", "Czas przerwy", "Długość przerwy"},
        Variants{"Czas trwania", "Czas pracy", "Przepracowane godziny", "Czas poświęcony"},
        Variants{"Norma", "Plan", "Norma czasu", "Wymagane godziny"},
        Variants{"Saldo", "Różnica", "Nadgodziny", "Bilans"},
        Variants{"Narastająco", "Suma narastająca", "Suma tygodnia", "Razem narastająco"},
        Variants{"Kwota", "Koszt", "Wartość", "Kwota netto"},
        Variants{"Stawka", "Stawka godzinowa", "Cena", "Cena jednostkowa"},
        Variants{"Zgłoszenie", "Nr", "Numer", "ID"},
        Variants{"Opis", "Uwagi", "Komentarz", "Zadanie"},
        Variants{"Projekt", "Klient", "Zlecenie", "Firma"},
        Variants{"Pracownik", "Użytkownik", "Osoba", "Nazwisko"},
        Variants{"Utworzono", "Data utworzenia", "Zmodyfikowano", "Ostatnia zmiana"},
        Variants{"Szacowany czas", "Budżet", "Pozostało", "Planowane godziny"},
        Variants{"Data końca", "Data zakończenia", "Koniec (data)", "Data do"},
    },
    Headings{
        Variants{"Fecha", "Día", "Fecha de trabajo", "Fecha del registro"},
        Variants{"Inicio", "Desde", "Hora de inicio", "Entrada"},
        Variants{"Fin", "Hasta", "Hora de fin", "Salida"},
        Variants{"Pausa", "Descanso", "Tiempo de descanso", "Pausas"},
        Variants{"Duración", "Tiempo dedicado", "Horas trabajadas", "Tiempo de trabajo"},
        Variants{"Objetivo", "Horas previstas", "Jornada teórica", "Horas teóricas"},
        Variants{"Saldo", "Diferencia", "Horas extra", "Balance"},
        Variants{"Acumulado", "Total acumulado", "Suma semanal", "Horas acumuladas"},
        Variants{"Importe", "Coste", "Monto", "Importe total"},
        Variants{"Tarifa", "Tarifa por hora", "Precio", "Precio hora"},
        Variants{"Incidencia", "Nº", "Número", "ID"},
        Variants{"Descripción", "Observaciones", "Comentario", "Tarea"},
        Variants{"Proyecto", "Cliente", "Empresa", "Pedido"},
        Variants{"Empleado", "Usuario", "Persona", "Nombre"},
        Variants{"Creado", "Fecha de creación", "Modificado", "Última modificación"},
        Variants{"Estimación", "Horas estimadas", "Presupuesto", "Tiempo restante"},
        Variants{"Fecha de fin", "Fecha fin", "Fecha final", "Fecha de salida"},
    },
    Headings{
        Variants{"Data", "Giorno", "Data lavoro", "Data registrazione"},
        Variants{"Inizio", "Dalle", "Ora inizio", "Entrata"},
        Variants{"Fine", "Alle", "Ora fine", "Uscita"},
        Variants{"Pausa", "Pause", "Durata pausa", "Intervallo"},
        Variants{"Durata", "Tempo impiegato", "Ore lavorate", "Orario di lavoro"},
        Variants{"Obiettivo", "Ore previste", "Orario teorico", "Ore dovute"},
        Variants{"Saldo", "Differenza", "Straordinari", "Ore straordinarie"},
        Variants{"Progressivo", "Totale progressivo", "Totale cumulato", "Somma settimanale"},
        Variants{"Importo", "Costo", "Importo totale", "Valore"},
        Variants{"Tariffa", "Tariffa oraria", "Prezzo", "Costo orario"},
        Variants{"Segnalazione", "N.", "Numero", "ID"},
        Variants{"Descrizione", "Note", "Commento", "Attività"},
        Variants{"Progetto", "Cliente", "Commessa", "Azienda"},
        Variants{"Dipendente", "Utente", "Persona", "Nome"},
        Variants{"Creato il", "Data creazione", "Modificato il", "Ultima modifica"},
        Variants{"Stima", "Ore stimate", "Tempo rimanente", "Ore pianificate"},
        Variants{"Data fine", "Data di fine", "Giorno fine", "Fine (data)"},
    },
    Headings{
        Variants{"Datum", "Dag", "Werkdatum", "Boekdatum"},
        Variants{"Begin", "Van", "Starttijd", "Begintijd"},
        Variants{"Einde", "Tot", "Eindtijd", "Einde tijd"},
        Variants{"Pauze", "Pauzes", "Pauzetijd", "Onderbreking"},
        Variants{"Duur", "Gewerkte uren", "Tijdsduur", "Werktijd"},
        Variants{"Norm", "Contracturen", "Verwachte uren", "Geplande uren"},
        Variants{"Saldo", "Verschil", "Overuren", "Meeruren"},
        Variants{"Cumulatief", "Lopend totaal", "Weektotaal", "Totaal cumulatief"},
        Variants{"Bedrag", "Kosten", "Omzet", "Totaalbedrag"},
        Variants{"Uurtarief", "Tarief", "Prijs", "Kostprijs"},
        Variants{"Ticket", "Nr", "Nummer", "ID"},
        Variants{"Omschrijving", "Opmerking", "Notitie", "Taak"},
        Variants{"Project", "Klant", "Opdracht", "Bedrijf"},
        Variants{"Medewerker", "Gebruiker", "Persoon", "Naam"},
        Variants{"Aangemaakt", "Aangemaakt op", "Gewijzigd op", "Laatst gewijzigd"},
        Variants{"Schatting", "Geschatte uren", "Begroting", "Resterend"},
        Variants{"Einddatum", "Datum einde", "Datum tot", "Tot datum"},
    },
};

constexpr std::array<std::array<Variants, 3>, table_languages> units{
    std::array<Variants, 3>{Variants{"h", "Std.", "Stunden", "Std"},
                            Variants{"min", "Minuten", "Min.", "Min"},
                            Variants{"Sekunden", "s", "Sek.", "sec"}},
    std::array<Variants, 3>{Variants{"h", "hours", "hrs", "Hours"},
                            Variants{"min", "minutes", "mins", "Minutes"},
                            Variants{"seconds", "s", "sec", "Seconds"}},
    std::array<Variants, 3>{Variants{"h", "heures", "Heures", "hrs"},
                            Variants{"min", "minutes", "Minutes", "mn"},
                            Variants{"secondes", "s", "sec", "Secondes"}},
    std::array<Variants, 3>{Variants{"h", "godz.", "godziny", "godzin"},
                            Variants{"min", "minuty", "min.", "minut"},
                            Variants{"sekundy", "s", "sek.", "sekund"}},
    std::array<Variants, 3>{Variants{"h", "horas", "Horas", "hrs"},
                            Variants{"min", "minutos", "Minutos", "min."},
                            Variants{"segundos", "s", "seg.", "Segundos"}},
    std::array<Variants, 3>{Variants{"h", "ore", "Ore", "hh"},
                            Variants{"min", "minuti", "Minuti", "min."},
                            Variants{"secondi", "s", "sec", "Secondi"}},
    std::array<Variants, 3>{Variants{"uur", "uren", "h", "Uren"},
                            Variants{"min", "minuten", "Minuten", "min."},
                            Variants{"seconden", "s", "sec", "Seconden"}},
};

constexpr std::array<std::array<std::string_view, 12>, table_languages> months{{
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

constexpr std::array<std::array<std::string_view, 12>, table_languages> short_months{{
    {"Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"},
    {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
    {"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
     "déc."},
    {"sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"},
    {"ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"},
    {"gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"},
    {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"},
}};

constexpr std::array<std::array<std::string_view, 7>, table_languages> weekdays{{
    {"Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"},
    {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
    {"lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."},
    {"pon", "wt", "śr", "czw", "pt", "sob", "ndz"},
    {"lun", "mar", "mié", "jue", "vie", "sáb", "dom"},
    {"lun", "mar", "mer", "gio", "ven", "sab", "dom"},
    {"ma", "di", "wo", "do", "vr", "za", "zo"},
}};

constexpr std::array<std::array<std::string_view, 7>, table_languages> full_weekdays{{
    {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"},
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
    {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
    {"poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"},
    {"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"},
    {"lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"},
    {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"},
}};

constexpr std::array<PeriodWords, table_languages> periods{{
    {"Wochentag", "KW", "Jahr", "Monat"},
    {"Weekday", "Week", "Year", "Month"},
    {"Jour de la semaine", "Semaine", "Année", "Mois"},
    {"Dzień tygodnia", "Tydzień", "Rok", "Miesiąc"},
    {"Día de la semana", "Semana", "Año", "Mes"},
    {"Giorno della settimana", "Settimana", "Anno", "Mese"},
    {"Weekdag", "Week", "Jaar", "Maand"},
}};

constexpr std::array<Variants, table_languages> totals{
    Variants{"Summe", "Gesamt", "Zwischensumme", "Tagessumme"},
    Variants{"Total", "Subtotal", "Sum", "Grand Total"},
    Variants{"Total", "Sous-total", "Somme", "Total général"},
    Variants{"Suma", "Razem", "Suma częściowa", "Łącznie"},
    Variants{"Total", "Subtotal", "Suma", "Total general"},
    Variants{"Totale", "Subtotale", "Somma", "Totale generale"},
    Variants{"Totaal", "Subtotaal", "Som", "Eindtotaal"},
};

} // namespace

Variants const& headings_of(Holds holds, std::size_t language) {
    return headings[language][static_cast<std::size_t>(holds)];
}

Variants const& unit_names(WrittenUnit unit, std::size_t language) {
    return units[language][static_cast<std::size_t>(unit)];
}

std::array<std::string_view, 12> const& month_names(std::size_t language) {
    return months[language];
}

std::array<std::string_view, 12> const& short_month_names(std::size_t language) {
    return short_months[language];
}

std::array<std::string_view, 7> const& weekday_names(std::size_t language) {
    return weekdays[language];
}

std::array<std::string_view, 7> const& full_weekday_names(std::size_t language) {
    return full_weekdays[language];
}

PeriodWords const& period_words(std::size_t language) {
    return periods[language];
}

Variants const& total_words(std::size_t language) {
    return totals[language];
}

} // namespace kontingent::tests
