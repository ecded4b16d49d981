using System.ComponentModel.DataAnnotations;

namespace TkpkdPortal.Features.Account;

public sealed class SignInForm
{
    [Display(Name = "Pos-el"), Required, StringLength(256)]
    public string? Email { get; set; }

    [Display(Name = "Kata sandi"), Required, StringLength(200)]
    public string? Password { get; set; }

    public string? ReturnPath { get; set; }
}

public sealed class SetUpForm
{
    [Display(Name = "Kata sandi"), Required, StringLength(200)]
    public string? Password { get; set; }

    [Display(Name = "Ulangi kata sandi"), Required, Compare(nameof(Password), ErrorMessage = "Kedua kata sandi tidak sama. Tulis ulang keduanya.")]
    public string? Repeated { get; set; }

    public string? Code { get; set; }
}
