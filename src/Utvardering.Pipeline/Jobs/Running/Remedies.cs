using Utvardering.Warehouse.Settings;

namespace Utvardering.Pipeline.Jobs.Running;

/// <summary>What a person is to do about a parked run.</summary>
public static class Remedies
{
    public static LocalText Of(FaultKind kind) => kind switch
    {
        FaultKind.Passing => new(
            "Försöken är slut. Se om källan är nere (öppna dess adress i en webbläsare på den här datorn) och kör om när den svarar igen.",
            "No tries are left. See whether the source is down (open its address in a browser on this machine), and retry when it answers."),
        FaultKind.RefusedFile => new(
            "Läs felrapporten som nämns i felet, rätta filen hos avsändaren och lägg den rättade i inkorgen. Då körs jobbet av sig självt.",
            "Read the problem report that the error names, have the sender correct the file, and put the corrected one in the inbox. The job then runs by itself."),
        FaultKind.WrongAnswer => new(
            "Öppna adressen i felet och se vad som svarar. Har källan bytt form behöver dess definition i pipelines/sources ändras. Kör sedan om.",
            "Open the address in the error and see what answers. If the source has changed its form, its definition in pipelines/sources must change. Then retry."),
        FaultKind.RefusedByThem => new(
            "Någon säger nej: rätta adressen, inställningen eller rättigheten som felet nämner, och kör om.",
            "Somebody says no: mend the address, the setting or the right that the error names, and retry."),
        FaultKind.Definition => new(
            "Rätta filen eller inställningen som felet nämner. Är det en källas YAML läses den om inom en minut; kör sedan om.",
            "Mend the file or setting that the error names. A source's YAML is read again within a minute; then retry."),
        FaultKind.Storage => new(
            "Se till att det finns plats på disken och att programmet får skriva i datarotens mapp, och kör om.",
            "See that the disk has room and that the program may write in the data root's folder, and retry."),
        FaultKind.Interruptions => new(
            "Körningen avbröts flera gånger i rad. Se i loggarna varför noden dog (minne?), och kör om.",
            "The run was interrupted several times in a row. See in the logs why its node died (memory?), and retry."),
        _ => new(
            "Ett fel i programmet. Spara körningens logg och programmets loggfil och skicka dem till utvecklarna. Inget halvt har lämnats kvar.",
            "A fault of the program. Keep the run's log and the program's log file and send them to the developers. Nothing half-made was left."),
    };
}
