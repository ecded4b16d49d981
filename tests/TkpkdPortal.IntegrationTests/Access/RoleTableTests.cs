using TkpkdPortal.Security;

namespace TkpkdPortal.IntegrationTests.Access;

public sealed class RoleTableTests
{
    [Fact]
    public void The_page_on_permissions_says_what_every_role_may_do()
    {
        var roles = Enum.GetValues<Role>();
        var table = PermissionsPage.Lines(["permission", .. roles.Select(Roles.Codes.Label)], Enum.GetValues<Permission>()
            .Select(permission => (string[])[permission.ToString(), .. roles.Select(role => role.Grants(permission) ? "yes" : "")]));
        if (PermissionsPage.IsToBeWritten)
            PermissionsPage.Write(PermissionsPage.Roles, table);

        Assert.Equal(table, PermissionsPage.Table(PermissionsPage.Roles));
    }

    [Fact]
    public void Roles_are_called_in_verbs_as_agreed() =>
        Assert.Equal("admin analyst social-service civil-registry opd district-head village-head enumerator leadership auditor data-protection-officer",
            string.Join(' ', Roles.Codes.All.Select(Roles.Codes.Label)));
}
