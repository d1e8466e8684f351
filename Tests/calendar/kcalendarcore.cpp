// Prints what KDE's calendar library shows of each file of a list; see readers.py.
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <KCalendarCore/OccurrenceIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

using namespace KCalendarCore;

static QString written(const QDateTime &time, bool isDay)
{
    return isDay ? time.date().toString(Qt::ISODate) : time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"));
}

static QString status(const Incidence &incidence)
{
    switch (incidence.status()) {
    case Incidence::StatusCanceled: return QStringLiteral("CANCELLED");
    case Incidence::StatusConfirmed: return QStringLiteral("CONFIRMED");
    case Incidence::StatusTentative: return QStringLiteral("TENTATIVE");
    default: return QString();
    }
}

static QJsonArray read(const QStringList &job)
{
    MemoryCalendar::Ptr calendar(new MemoryCalendar(QTimeZone::utc()));
    ICalFormat format;
    QJsonArray found;
    if (!format.load(calendar, job[0])) return found;
    const QDateTime first(QDate::fromString(job[1], Qt::ISODate), QTime(0, 0), Qt::UTC);
    const QDateTime last(QDate::fromString(job[2], Qt::ISODate), QTime(0, 0), Qt::UTC);
    OccurrenceIterator dates(*calendar, first, last);
    while (dates.hasNext()) {
        dates.next();
        const Incidence::Ptr incidence = dates.incidence();
        const bool isDay = incidence->allDay();
        const QDateTime start = dates.occurrenceStartDate();
        QDateTime end = incidence->endDateForStart(start);
        // Its last day is the last on which the event is.
        if (isDay) end = end.addDays(1);
        found.append(QJsonArray{incidence->uid(), written(start, isDay), written(end, isDay), incidence->summary(),
                                status(*incidence)});
    }
    return found;
}

int main()
{
    QTextStream input(stdin), output(stdout);
    for (QString line = input.readLine(); !line.isNull(); line = input.readLine()) {
        output << QJsonDocument(read(line.split(QLatin1Char('\t')))).toJson(QJsonDocument::Compact) << '\n';
        output.flush();
    }
}
