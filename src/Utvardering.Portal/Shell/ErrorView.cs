using Utvardering.Warehouse.Settings;

namespace Utvardering.Portal.Shell;

/// <summary>Why there is no page.</summary>
/// <param name="Status">The answer's status.</param>
/// <param name="Title">What happened.</param>
/// <param name="Text">What to do.</param>
public sealed record ErrorView(int Status, LocalText Title, LocalText Text)
{
    public static ErrorView Of(int status) => status switch
    {
        400 => new(status, new("Formuläret kunde inte tas emot", "The form could not be accepted"), new(
            "Det kom inte från en sida som programmet nyss visat, eller så har du loggat in eller ut sedan dess. Öppna sidan igen och försök på nytt.",
            "It did not come from a page that the program has just shown, or you have signed in or out since. Open the page again and try once more.")),
        403 => new(status, new("Nekat", "Refused"), new(
            "Formuläret skickades från en annan webbplats. Gör ändringen från programmets egna sidor.",
            "The form was sent from another site. Make the change on the program's own pages.")),
        404 => new(status, new("Sidan finns inte", "There is no such page"), new(
            "Adressen är fel, eller så är körningen så gammal att den inte längre finns i loggen.",
            "The address is wrong, or the run is so old that the log no longer has it.")),
        405 => new(status, new("Det går inte att göra så här", "This can't be done like this"), new(
            "Adressen tar bara emot formulär. Börja på sidan Körningar.",
            "The address only takes forms. Begin at the page Runs.")),
        429 => new(status, new("För många försök", "Too many attempts"), new(
            "Vänta en minut och försök igen.",
            "Wait a minute and try again.")),
        503 => new(status, new("Jobbens databas svarar inte", "The store of jobs does not answer"), new(
            "Det som pågår fortsätter, och programmet försöker nå databasen igen av sig självt. Ladda om sidan om en stund. Dröjer det: se att databasen är i gång och att disken har plats.",
            "What goes on continues, and the program tries to reach the database again by itself. Load the page again in a while. If it takes long: see that the database runs and that the disk has room.")),
        >= 500 => new(status, new("Ett fel i programmet", "A fault of the program"), new(
            "Sidan kunde inte visas. Felet står i programmets loggfil, i mappen logs i dataroten.",
            "The page could not be shown. The fault stands in the program's log file, in the folder logs of the data root.")),
        _ => new(status, new("Begäran kunde inte tas emot", "The request could not be accepted"), new("Börja på sidan Körningar.", "Begin at the page Runs.")),
    };
}
