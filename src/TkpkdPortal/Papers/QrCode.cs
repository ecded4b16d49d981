using QRCoder;
using TkpkdPortal.Documents;

namespace TkpkdPortal.Papers;

/// <summary>A QR code with its four modules of white around, drawn as black runs so that a photocopy keeps its edges.</summary>
public static class QrCode
{
    public static void Draw(Container container, string text, float side)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        // The matrix already holds the white around it.
        var modules = data.ModuleMatrix;
        var module = side / modules.Count;
        container.SemanticFigure($"Kode QR yang membuka {text}").Canvas(side.Mm(), side.Mm(), canvas =>
        {
            for (var y = 0; y < modules.Count; y++)
            {
                for (var x = 0; x < modules.Count; x++)
                {
                    var start = x;
                    while (x < modules.Count && modules[y][x])
                        x++;
                    if (x > start)
                        canvas.Rectangle(start * module, y * module, (x - start) * module, module, Color.Black);
                }
            }
        });
    }
}
